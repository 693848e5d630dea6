import type { Background } from '../platform/background.ts';
import { oneAtATime } from '../platform/one-at-a-time.ts';
import type { Parts } from '../platform/parts.ts';
import { NO_BREAK_SECONDS, saveSittings } from './store.ts';

/**
 * Writes down who sits at the desk from when to when, for as long as the bus tells of people: at
 * sign-on, at sign-off, when a queue is joined or left, and once a minute of every open desk. A process
 * that dies leaves sittings that end with its leases.
 */
export function noteSittings({ database, clock, bus }: Parts, background: Background): void {
  const moved = new Set<string>();
  const note = oneAtATime(async () => {
    if (moved.size === 0) return;
    const accountIds = [...moved];
    moved.clear();
    const now = clock.now();
    const back = new Date(now.getTime() - NO_BREAK_SECONDS * 1_000);
    await database.sql.transaction().execute((sql) => saveSittings(sql, accountIds, { now, back }));
  });
  bus.subscribe('operator', ({ accountId }) => {
    moved.add(accountId);
    background.begin(note());
  });
}
