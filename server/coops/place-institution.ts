import type { CoopDetail } from '#protocol/coops.ts';
import type { Hours } from '#protocol/hours.ts';
import { recordAudit } from '../audit/index.ts';
import { nameHours } from '../institutions/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { type HeldCoop, holdCoop, refuseUnlessKeeper } from './hold-coop.ts';
import { readCoop } from './read-coop.ts';
import {
  findCoopInstitution,
  insertInstitutions,
  namesOfInstitutions,
  saveCoverage,
} from './store.ts';

/**
 * Adds a library to a co-op, or sets when the co-op answers for it. A library that was there before
 * comes back without anybody's level.
 *
 * @param coverage null: always; undefined: as it is, and always for a new one
 * @throws not_found, may_not
 */
export async function placeInstitution(
  { database, clock }: Parts,
  actor: StaffActor,
  { coopId, institutionId }: { readonly coopId: string; readonly institutionId: string },
  coverage: Hours | null | undefined,
): Promise<CoopDetail> {
  const at = clock.now();
  return database.sql.transaction().execute(async (sql) => {
    const held = await holdCoop(sql, actor, coopId);
    refuseUnlessKeeper(held.standing);
    const before = await findCoopInstitution(sql, coopId, institutionId);
    if (!before) await join(sql, held, institutionId, coverage ?? null, { actor, at });
    else if (coverage !== undefined) {
      await saveCoverage(sql, coopId, institutionId, coverage);
      await recordAudit(sql, {
        at,
        actor,
        action: 'coop.coverageChanged',
        target: targetOf(held, institutionId),
        // The library's name in both: what is the same before and after is not kept.
        before: { coverage: `${before.name}, ${nameHours(before.coverage)}` },
        after: { coverage: `${before.name}, ${nameHours(coverage)}` },
      });
    }
    return readCoop(sql, actor, coopId);
  });
}

async function join(
  sql: Queries,
  held: HeldCoop,
  institutionId: string,
  coverage: Hours | null,
  { actor, at }: { readonly actor: StaffActor; readonly at: Date },
): Promise<void> {
  const name = (await namesOfInstitutions(sql, [institutionId])).get(institutionId);
  if (name === undefined) throw problem('not_found', 'There is no such institution.');
  await insertInstitutions(sql, held.coop.id, [{ institutionId, coverage }], at);
  await recordAudit(sql, {
    at,
    actor,
    action: 'coop.institutionAdded',
    target: targetOf(held, institutionId),
    before: null,
    after: { institution: name, coverage: nameHours(coverage) },
  });
}

/** Its admins may read what concerns their library. */
function targetOf({ coop }: HeldCoop, institutionId: string) {
  return { kind: 'coop', id: coop.id, name: coop.name, institutionId };
}
