import { sql as fragment } from 'kysely';
import { expect } from 'vitest';
import type { Queries } from '../server/platform/database/index.ts';

/**
 * Begins several changes of roles while the row that they all wait at is held, and lets them go
 * together: none is over before the others have looked. Answers them in the order of `begin`.
 */
export async function changeRolesAtOnce<Result>(
  sql: Queries,
  begin: () => Promise<Result>[],
): Promise<Result[]> {
  const changes = await sql.transaction().execute(async (held) => {
    await held.selectFrom('installation').select('singleton').forUpdate().execute();
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
