import { PING_SECONDS, SILENCE_SECONDS } from '#protocol/limits.ts';
import { deleteExpiredSessions } from './accounts/index.ts';
import {
  advanceWaitingChats,
  deleteLapsedPatronLeases,
  extendPatronLeases,
  patronLeaseEnd,
  returnAbandonedChats,
} from './chats/index.ts';
import type { LiveDesks } from './desk/index.ts';
import type { DatabaseClock } from './platform/database/database-clock.ts';
import type { Parts } from './platform/parts.ts';
import { repeat } from './platform/repeat.ts';
import { deleteLeasesBefore, extendLeases, lapsedBetween, leaseEnd } from './presence/index.ts';

export interface TimeParts extends Parts {
  readonly desks: LiveDesks;
  readonly patronConnections: ReadonlySet<string>;
}

export interface KeepTimeOptions {
  readonly onError: (error: unknown) => void;
  /** The clock was moved by so many milliseconds. */
  readonly onClockMoved: (milliseconds: number) => void;
}

export interface TimeKeeper {
  stop(): Promise<void>;
}

const SECOND = 1_000;
/** How long the end of a lease stays readable: the offers of a gone operator's chats look back at it. */
const LEASES_KEPT_MS = 600 * SECOND;

/**
 * Begins everything that happens because time passes. After the database's clock has jumped,
 * nobody is declared gone until all pages had the time to renew their leases.
 */
export function keepTime(
  parts: TimeParts & { clock: DatabaseClock },
  options: KeepTimeOptions,
): TimeKeeper {
  let since = parts.clock.now();
  let sweepsAgainAt = 0;

  const rounds = [
    repeat(
      SECOND,
      async () => {
        if (performance.now() < sweepsAgainAt) return;
        const now = parts.clock.now();
        await sweep(parts, since);
        since = now;
      },
      options.onError,
    ),
    repeat(PING_SECONDS * SECOND, () => renewLeases(parts), options.onError),
    repeat(
      60 * SECOND,
      async () => {
        const moved = await parts.clock.resync();
        if (moved === 0) return;
        options.onClockMoved(moved);
        sweepsAgainAt = performance.now() + SILENCE_SECONDS * SECOND;
        await renewLeases(parts);
      },
      options.onError,
    ),
    repeat(3_600 * SECOND, () => tidy(parts), options.onError),
  ];

  return {
    async stop() {
      await Promise.all(rounds.map((round) => round.stop()));
    },
  };
}

/** Renews the leases of the pages that are still heard of, in this process. */
export async function renewLeases({
  database,
  clock,
  desks,
  patronConnections,
}: TimeParts): Promise<void> {
  const now = clock.now();
  const heard = desks.pages().filter(({ peer }) => peer.silentFor() <= PING_SECONDS * SECOND);
  // Up to a ping's time may have passed since the page was heard: the lease runs from there.
  const heardAt = new Date(now.getTime() - PING_SECONDS * SECOND);
  await extendLeases(
    database.sql,
    heard.map(({ pageId }) => pageId),
    leaseEnd(heardAt),
  );
  await extendPatronLeases(database.sql, [...patronConnections], patronLeaseEnd(now));
}

/**
 * What happens because time passes: steps of chains, forms offered, leases that ran out. `since` is
 * the moment of the last call. Every process may do it; rows are locked where it matters.
 */
export async function sweep(parts: TimeParts, since: Date): Promise<void> {
  const { database, clock, bus } = parts;
  const now = clock.now();
  for (const accountId of await lapsedBetween(database.sql, since, now)) {
    bus.publish('operator', { accountId });
  }
  for (const chatId of await deleteLapsedPatronLeases(database.sql, now)) {
    bus.publish('chat', { chatId, movesDesks: true });
  }
  await returnAbandonedChats(parts);
  await advanceWaitingChats(parts);
}

/** Rows that nobody needs any more. */
export async function tidy({ database, clock }: Parts): Promise<void> {
  const now = clock.now();
  await deleteExpiredSessions(database.sql, now);
  await deleteLeasesBefore(database.sql, new Date(now.getTime() - LEASES_KEPT_MS));
}
