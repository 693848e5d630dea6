import { PING_SECONDS, SILENCE_SECONDS } from '#protocol/limits.ts';
import { purgeAccounts } from './account-administration/index.ts';
import { deleteExpiredSessions, expiredBetween, touchSessions } from './accounts/index.ts';
import { deletePoolsBefore } from './canned/index.ts';
import {
  advanceWaitingChats,
  closeUnanswered,
  deleteLapsedPatronLeases,
  endStaleTransfers,
  extendPatronLeases,
  patronLeaseEnd,
  returnAbandonedChats,
  returnOrphanedChats,
  type WayHome,
} from './chats/index.ts';
import type { LiveDesks } from './desk/index.ts';
import { forgetOldGuesses } from './guesses/index.ts';
import { forgetOldLinks } from './passwords/index.ts';
import type { DatabaseClock } from './platform/database/database-clock.ts';
import type { JobWorker } from './platform/jobs/index.ts';
import type { Parts } from './platform/parts.ts';
import { repeat } from './platform/repeat.ts';
import { restorableSince } from './platform/restorable-since.ts';
import type { Sockets } from './platform/socket/listen.ts';
import { endForgottenPractices, playPractices } from './practice/index.ts';
import { deleteLeasesBefore, extendLeases, lapsedBetween, leaseEnd } from './presence/index.ts';
import { deleteStaleAssignments } from './queues/index.ts';
import { deleteRoomsBefore } from './rooms/index.ts';
import { forgetUnfinished } from './second-factors/index.ts';
import { tellOldRefusals } from './security/index.ts';
import { countChats } from './statistics/index.ts';
import { freeTickets, giveUpReplies } from './tickets/index.ts';

export interface TimeParts extends Parts {
  readonly clock: DatabaseClock;
  /** Milliseconds that never run backwards, whatever happens to the clock. */
  readonly ticks: () => number;
  readonly desks: LiveDesks;
  readonly jobs: JobWorker;
  readonly patronConnections: ReadonlySet<string>;
  readonly wayHome: WayHome;
  readonly sockets: Pick<Sockets, 'pulse'>;
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

/** Begins everything that happens because time passes. */
export function keepTime(parts: TimeParts, options: KeepTimeOptions): TimeKeeper {
  const rounds = timeRounds(parts, options.onClockMoved);
  const running = [
    repeat(SECOND, rounds.everySecond, options.onError),
    // By itself: a mail server that takes its time delays nobody's chat.
    repeat(SECOND, parts.jobs.runDue, options.onError),
    // By itself too: thousands of chats that close at once take a while to be counted.
    repeat(SECOND, async () => void (await countChats(parts)), options.onError),
    repeat(PING_SECONDS * SECOND, rounds.everyPing, options.onError),
    repeat(60 * SECOND, rounds.everyMinute, options.onError),
    repeat(3_600 * SECOND, rounds.everyHour, options.onError),
  ];
  return {
    async stop() {
      parts.jobs.stop();
      await Promise.all(running.map((round) => round.stop()));
    },
  };
}

/**
 * What is done how often. After a start, and after the database's clock has jumped, nobody is declared
 * gone until all pages had the time to renew their leases.
 */
export function timeRounds(
  parts: TimeParts,
  onClockMoved: (milliseconds: number) => void,
): Record<'everySecond' | 'everyPing' | 'everyMinute' | 'everyHour', () => Promise<void>> {
  const advanceWaiting = advanceWaitingChats(parts);
  let since = parts.clock.now();
  let sweepsAgainAt = Number.NEGATIVE_INFINITY;
  // While no process ran, nobody could renew a lease: their pages are on their way back.
  const declaresGoneAt = parts.ticks() + SILENCE_SECONDS * SECOND;

  return {
    async everySecond() {
      await returnOrphanedChats(parts);
      if (parts.ticks() < sweepsAgainAt) return;
      const now = parts.clock.now();
      await sweep(parts, since);
      if (parts.ticks() >= declaresGoneAt) await returnAbandonedChats(parts);
      await endStaleTransfers(parts);
      await closeUnanswered(parts);
      await advanceWaiting();
      await playPractices(parts);
      since = now;
    },
    async everyPing() {
      parts.sockets.pulse();
      await renewLeases(parts);
    },
    async everyMinute() {
      await touchOpenSessions(parts);
      reviewDesks(parts);
      await endForgottenPractices(parts);
      await freeTickets(parts);
      await tellOldRefusals(parts);
      const moved = await parts.clock.resync();
      if (moved === 0) return;
      onClockMoved(moved);
      sweepsAgainAt = parts.ticks() + SILENCE_SECONDS * SECOND;
      await renewLeases(parts);
    },
    async everyHour() {
      await tidy(parts);
      await forgetOldGuesses(parts);
      await forgetOldLinks(parts);
      await forgetUnfinished(parts);
      await parts.jobs.dropExpired();
      await giveUpReplies(parts);
      await purgeAccounts(parts);
    },
  };
}

/** A hint may be lost, or another process's: whoever lost a right then loses their desk within the minute. */
function reviewDesks({ desks, bus }: TimeParts): void {
  for (const accountId of new Set(desks.pages().map((page) => page.accountId))) {
    bus.publish('operator', { accountId });
  }
}

/** Renews the leases of this process's pages, each from when it was last heard of. */
async function renewLeases({
  database,
  clock,
  desks,
  patronConnections,
}: TimeParts): Promise<void> {
  const now = clock.now();
  const ends = new Map<string, Date>();
  for (const { pageId, peer } of desks.pages()) {
    const end = leaseEnd(new Date(now.getTime() - peer.silentFor()));
    const other = ends.get(pageId);
    // A page that has reconnected is here twice until the dead connection is found out.
    if (!other || other < end) ends.set(pageId, end);
  }
  await extendLeases(database.sql, ends);
  await extendPatronLeases(database.sql, [...patronConnections], patronLeaseEnd(now));
}

/** Who sits at an open desk uses their session, even while no request is made. */
async function touchOpenSessions({ database, clock, desks }: TimeParts): Promise<void> {
  const sessionIds = new Set(desks.pages().map(({ sessionId }) => sessionId));
  await touchSessions(database.sql, [...sessionIds], clock.now());
}

/** Leases and sessions that ran out. `since` is the moment of the last call. Every process may do it. */
async function sweep(parts: TimeParts, since: Date): Promise<void> {
  const { database, clock, bus } = parts;
  const now = clock.now();
  const lapsed = await lapsedBetween(database.sql, since, now);
  const signedOut = await expiredBetween(database.sql, since, now);
  for (const accountId of new Set([...lapsed, ...signedOut])) {
    bus.publish('operator', { accountId });
  }
  for (const chatId of await deleteLapsedPatronLeases(database.sql, now)) {
    bus.publish('chat', { chatId, movesDesks: true });
  }
}

/** Rows that nobody needs any more. */
async function tidy({ database, clock }: Parts): Promise<void> {
  const now = clock.now();
  await deleteExpiredSessions(database.sql, now);
  await deleteLeasesBefore(database.sql, new Date(now.getTime() - LEASES_KEPT_MS));

  const deletedBefore = restorableSince(now);
  await deleteStaleAssignments(database.sql, deletedBefore);
  await deletePoolsBefore(database.sql, deletedBefore);
  await deleteRoomsBefore(database.sql, deletedBefore);
}
