import type { Resolution } from '#protocol/events.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import type { LockedChat } from './store.ts';

/** What staff say about a chat that ended. */
export interface Resolving {
  readonly resolution: Resolution;
  /** For staff, in the chat and in its ticket. */
  readonly note: string | null;
  /** The patron's, where the chat knows none. */
  readonly email: string | null;
  readonly by: StaffActor;
}

/**
 * How a question goes home that no chat could answer. Kept by a feature that knows chats while they
 * know nothing of it; both are called with the chat's row locked, in the transaction of its ending,
 * and both may be called again.
 */
export interface WayHome {
  /**
   * A follow-up makes, or keeps, the chat's ticket at its home institution.
   *
   * @throws conflict for who would take a ticket that the home library has taken up
   */
  followUp(sql: Queries, chat: LockedChat, resolving: Resolving, now: Date): Promise<void>;
  /** Nobody is left to answer: the question becomes a new ticket, as if the patron had left it. */
  keepQuestion(sql: Queries, chat: LockedChat, now: Date): Promise<void>;
}

/** What an ending needs beside the parts of every change. */
export interface ClosingParts extends Parts {
  readonly wayHome: WayHome;
}
