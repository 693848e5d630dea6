import { type Acting, managesInstitution } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import { findInstitution, isTaken } from './store.ts';
import { fitsPattern, isWellFormed } from './username.ts';

/** @throws may_not for who does not manage the institution, and where there is none */
export async function checkUsername(
  sql: Queries,
  actor: Acting,
  name: string,
  institutionId: string,
): Promise<{ wellFormed: boolean; free: boolean; fitsPattern: boolean }> {
  const institution = managesInstitution(actor, institutionId)
    ? await findInstitution(sql, institutionId)
    : undefined;
  if (!institution) throw problem('may_not', 'You make no accounts for this institution.');
  const wellFormed = isWellFormed(name);
  return {
    wellFormed,
    free: wellFormed && !(await isTaken(sql, name)),
    fitsPattern: wellFormed && fitsPattern(name, institution.code),
  };
}
