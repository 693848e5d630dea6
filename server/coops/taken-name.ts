import { breaksUnique } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';

/** @throws conflict for a name that another co-op has, or the error itself when it is about something else */
export function tellTakenName(error: unknown): never {
  if (!breaksUnique(error, 'coops_name_key')) throw error;
  const message = 'is the name of another co-op';
  throw problem('conflict', `name ${message}.`, [{ path: 'name', message }]);
}
