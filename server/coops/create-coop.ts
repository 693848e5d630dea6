import type { z } from 'zod';
import type { CoopDetail, createCoop as contract } from '#protocol/coops.ts';
import { recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { type FieldError, problem } from '../platform/problem.ts';
import { insertQueue } from '../queues/index.ts';
import { auditTarget } from './coop.ts';
import { findCandidate } from './find-candidate.ts';
import { refuseUnlessKeeper } from './hold-coop.ts';
import { giveLevels } from './memberships.ts';
import { readCoop } from './read-coop.ts';
import { insertCoop, insertInstitutions, namesOfInstitutions } from './store.ts';
import { tellTakenName } from './taken-name.ts';

/**
 * Makes a co-op with its libraries, its chat queues and its first Co-Op Admin, all at once.
 *
 * @throws may_not, conflict for a name that is taken, breaks_rule with the fields at fault
 */
export async function createCoop(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  { name, institutionIds, queueNames, coopAdminId }: z.output<typeof contract.body>,
): Promise<CoopDetail> {
  refuseUnlessKeeper({ isOwner: actor.role === 'owner' });
  const wanted = [...new Set(institutionIds)];
  const at = clock.now();
  const coop = { id: newId(), name };
  const made = await database.sql
    .transaction()
    .execute(async (sql) => {
      const names = await refuseUnknown(sql, institutionIds);
      const first = await findFirstAdmin(sql, coopAdminId, wanted);
      refuseTwins(queueNames);

      await insertCoop(sql, { ...coop, createdAt: at });
      const always = wanted.map((institutionId) => ({ institutionId, coverage: null }));
      await insertInstitutions(sql, coop.id, always, at);
      for (const queueName of queueNames) {
        const owner = { institutionId: null, coopId: coop.id };
        const queue = { id: newId(), name: queueName, kind: 'chat' as const, createdAt: at };
        await insertQueue(sql, { ...queue, ...owner });
      }
      await recordAudit(sql, {
        at,
        actor,
        action: 'coop.created',
        target: auditTarget(coop),
        before: null,
        after: { name, institutions: [...names.values()].sort(), queues: queueNames },
      });
      const membership = { coopId: coop.id, coopName: name, level: 'coopAdmin' } as const;
      await giveLevels(sql, first ? [{ ...first, ...membership }] : [], { actor, at });
      return readCoop(sql, actor, coop.id);
    })
    .catch(tellTakenName);
  if (coopAdminId !== undefined) bus.publish('operator', { accountId: coopAdminId });
  return made;
}

async function refuseUnknown(
  sql: Queries,
  institutionIds: readonly string[],
): Promise<Map<string, string>> {
  const names = await namesOfInstitutions(sql, institutionIds);
  const errors = institutionIds.flatMap((id, n): FieldError[] =>
    names.has(id)
      ? []
      : [{ path: `institutionIds.${n}`, message: 'must be an institution of this installation' }],
  );
  if (errors.length === 0) return names;
  throw problem('breaks_rule', 'A co-op is made of institutions of this installation.', errors);
}

async function findFirstAdmin(
  sql: Queries,
  accountId: string | undefined,
  institutionIds: readonly string[],
) {
  if (accountId === undefined) return undefined;
  const found = await findCandidate(sql, accountId);
  if (found && institutionIds.includes(found.institutionId)) return found;
  const message = 'must be an account of one of the co-op’s institutions';
  throw problem('breaks_rule', `coopAdminId ${message}.`, [{ path: 'coopAdminId', message }]);
}

/** The index on the names would tell that two are alike, and not which. */
function refuseTwins(names: readonly string[]): void {
  const folded = names.map((name) => name.toLowerCase());
  const message = 'is the name of another queue';
  const errors = folded.flatMap((name, n): FieldError[] =>
    folded.indexOf(name) < n ? [{ path: `queueNames.${n}`, message }] : [],
  );
  if (errors.length > 0) throw problem('conflict', `queueNames: one ${message}.`, errors);
}
