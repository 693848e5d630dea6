import { breaksUnique } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';

/** @throws conflict for a name that another queue has, or the error itself when it is about something else */
export function tellTakenName(error: unknown): never {
  if (!breaksUnique(error, 'queues_name_key')) throw error;
  const message = 'is the name of another queue';
  throw problem('conflict', `name ${message}.`, [{ path: 'name', message }]);
}
