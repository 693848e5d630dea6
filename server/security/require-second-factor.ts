import type { Institution } from '#protocol/institutions.ts';
import { managesInstitution } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import { findInstitution, saveSecondFactorRequired } from '../institutions/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { listWithoutFactor } from './factor-store.ts';

/**
 * Requires a second factor of everybody of an institution, or lets them do without. Who has none can
 * do nothing else from that moment on; who requires it has one, so that they do not lock themselves out.
 *
 * @throws not_found, may_not, breaks_rule when the caller has none themselves
 */
export async function requireSecondFactor(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  institutionId: string,
  required: boolean,
): Promise<Institution> {
  if (actor.role !== 'owner' && actor.institutionId !== institutionId) throw unknown();
  if (!managesInstitution(actor, institutionId)) throw problem('may_not');

  const { institution, without } = await database.sql.transaction().execute(async (sql) => {
    const before = await findInstitution(sql, institutionId);
    if (!before) throw unknown();
    const affected = required ? await listWithoutFactor(sql, institutionId) : [];
    if (affected.includes(actor.accountId)) throw missingOwn();
    await saveSecondFactorRequired(sql, institutionId, required);
    await recordAudit(sql, {
      at: clock.now(),
      actor,
      action: 'institution.changed',
      target: { kind: 'institution', id: institutionId, name: before.name, institutionId },
      before: { secondFactorRequired: before.secondFactorRequired },
      after: { secondFactorRequired: required },
    });
    return { institution: { ...before, secondFactorRequired: required }, without: affected };
  });
  for (const accountId of without) bus.publish('operator', { accountId });
  return institution;
}

function unknown() {
  return problem('not_found', 'There is no such institution.');
}

function missingOwn() {
  const message = 'asks for a second factor of your own first';
  return problem('breaks_rule', `Requiring this ${message}.`, [
    { path: 'secondFactorRequired', message },
  ]);
}
