import type { z } from 'zod';
import type { createInstitution as contract, Institution } from '#protocol/institutions.ts';
import { recordAudit } from '../audit/index.ts';
import { breaksUnique } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { insertInstitution } from './store.ts';

/** @throws may_not for all but the owner, conflict for a code that is taken */
export async function createInstitution(
  { database, clock }: Parts,
  actor: StaffActor,
  wanted: z.output<typeof contract.body>,
): Promise<Institution> {
  if (actor.role !== 'owner')
    throw problem('may_not', 'Libraries are added by the owner of the installation.');
  const at = clock.now();
  const id = newId();
  await database.sql
    .transaction()
    .execute(async (sql) => {
      await insertInstitution(sql, { id, ...wanted, createdAt: at });
      await recordAudit(sql, {
        at,
        actor,
        action: 'institution.created',
        target: { kind: 'institution', id, name: wanted.name, institutionId: id },
        before: null,
        after: wanted,
      });
    })
    .catch(tellTakenCode);
  return { id, ...wanted, hours: null, operatorsSee: 'queues', secondFactorRequired: false };
}

function tellTakenCode(error: unknown): never {
  if (!breaksUnique(error, 'institutions_code_key')) throw error;
  const message = 'is the code of another library';
  throw problem('conflict', `code ${message}.`, [{ path: 'code', message }]);
}
