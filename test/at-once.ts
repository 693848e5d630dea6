import { sql as fragment } from 'kysely';
import { expect } from 'vitest';
import type { Queries } from '../server/platform/database/index.ts';

/** Begins several changes of roles, which all wait at one row; see `beginAtOnce`. */
export function changeRolesAtOnce<Result>(
  sql: Queries,
  begin: () => Promise<Result>[],
): Promise<Result[]> {
  const hold = (held: Queries) =>
    held.selectFrom('installation').select('singleton').forUpdate().execute();
  return beginAtOnce(sql, hold, begin);
}

/** The same with changes of levels in a co-op. */
export function changeLevelsAtOnce<Result>(
  sql: Queries,
  coopId: string,
  begin: () => Promise<Result>[],
): Promise<Result[]> {
  const hold = (held: Queries) =>
    held.selectFrom('coops').select('id').where('id', '=', coopId).forUpdate().execute();
  return beginAtOnce(sql, hold, begin);
}

/**
 * Begins several changes while the row that they all wait at is held, and lets them go together: none
 * is over before the others have looked. Answers them in the order of `begin`.
 */
async function beginAtOnce<Result>(
  sql: Queries,
  hold: (held: Queries) => Promise<unknown>,
  begin: () => Promise<Result>[],
): Promise<Result[]> {
  const changes = await sql.transaction().execute(async (held) => {
    await hold(held);
    const begun = begin();
    await expect.poll(() => countWaiting(sql)).toBe(begun.length);
    // In an array, since a promise that is returned bare would be waited for, and the row never let go.
    return begun;
  });
  return Promise.all(changes);
}

/** Connections to this database that wait for a lock. */
async function countWaiting(sql: Queries): Promise<number> {
  const { rows } = await fragment<{ n: number }>`
    select count(*) as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(sql);
  return rows[0]?.n ?? 0;
}
