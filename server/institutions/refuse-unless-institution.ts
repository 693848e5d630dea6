import type { Queries } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import { isInstitution } from './store.ts';

/** @throws breaks_rule when a body's `institutionId` names no institution */
export async function refuseUnlessInstitution(sql: Queries, institutionId: string): Promise<void> {
  if (await isInstitution(sql, institutionId)) return;
  const message = 'must be an institution of this installation';
  throw problem('breaks_rule', `institutionId ${message}.`, [{ path: 'institutionId', message }]);
}
