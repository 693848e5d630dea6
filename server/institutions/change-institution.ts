import type { Institution, InstitutionChange } from '#protocol/institutions.ts';
import { managesInstitution } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { nameHours } from './name-hours.ts';
import { listAtDesks, listWithoutFactor, lockInstitution, updateInstitution } from './store.ts';

/**
 * Changes what is named. Once a second factor is required, who has none can do nothing else; who
 * requires it has one, so that they do not lock themselves out.
 *
 * @throws not_found, may_not, breaks_rule when the caller requires a factor that they have not
 */
export async function changeInstitution(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  institutionId: string,
  change: InstitutionChange,
): Promise<Institution> {
  if (actor.role !== 'owner' && actor.institutionId !== institutionId) throw unknown();
  if (!managesInstitution(actor, institutionId)) throw problem('may_not');

  const { institution, concerned } = await database.sql.transaction().execute(async (sql) => {
    const before = await lockInstitution(sql, institutionId);
    if (!before) throw unknown();
    const after = { ...before, ...named(change) };
    const without = await withoutFactor(sql, actor, after, change);
    await updateInstitution(sql, institutionId, change);
    await recordAudit(sql, {
      at: clock.now(),
      actor,
      action: 'institution.changed',
      target: { kind: 'institution', id: institutionId, name: before.name, institutionId },
      before: { ...before, hours: nameHours(before.hours) },
      after: { ...after, hours: nameHours(after.hours) },
    });
    const atDesks = await listAtDesks(sql, institutionId);
    return { institution: after, concerned: new Set([...without, ...atDesks]) };
  });
  for (const accountId of concerned) bus.publish('operator', { accountId });
  return institution;
}

function named(change: InstitutionChange): Partial<Institution> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

async function withoutFactor(
  sql: Queries,
  actor: StaffActor,
  { id }: Institution,
  { secondFactorRequired }: InstitutionChange,
): Promise<string[]> {
  if (!secondFactorRequired) return [];
  const without = await listWithoutFactor(sql, id);
  if (without.includes(actor.accountId)) throw missingOwn();
  return without;
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
