import { breaksUnique } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import type { Kind } from './thing.ts';

/** @throws conflict for a name that another has, or the error itself when it is about something else */
export function tellTakenName(error: unknown, { table, word }: Kind): never {
  if (!breaksUnique(error, `${table}_name_key`)) throw error;
  const message = `is the name of another ${word}`;
  throw problem('conflict', `name ${message}.`, [{ path: 'name', message }]);
}
