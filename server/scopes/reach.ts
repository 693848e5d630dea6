import type { Level } from '#protocol/levels.ts';

/**
 * Which chats somebody finds in a scope. What each kind means is said once, in `reached-chats.ts`:
 * lists, counts and exports all read through it.
 */
export type Reach =
  /** Every chat: the owner's, of a transcript named by its id. */
  | { readonly kind: 'everything' }
  /** All of an institution's own patrons. */
  | { readonly kind: 'home'; readonly institutionId: string }
  /** Of the institution's patrons: those offered to its queues that the account staffs, and its own. */
  | { readonly kind: 'homeQueues'; readonly institutionId: string; readonly accountId: string }
  /** Of the institution's patrons: those that the account answered. */
  | { readonly kind: 'homeOwn'; readonly institutionId: string; readonly accountId: string }
  /** What came through the co-op, and what was offered to it and never answered. */
  | { readonly kind: 'coop'; readonly coopId: string }
  /** What came through the co-op and was answered by somebody of the institution, at that moment. */
  | { readonly kind: 'coopInstitution'; readonly coopId: string; readonly institutionId: string }
  /** What came through the co-op and was answered by the account. */
  | { readonly kind: 'coopOwn'; readonly coopId: string; readonly accountId: string }
  /**
   * All that the account answered; of another library's patrons a co-op chat only by a level that holds,
   * any other only while the account staffs its queue. Null: the owner, who needs no level.
   */
  | {
      readonly kind: 'mine';
      readonly accountId: string;
      readonly institutionId: string;
      readonly coopIds: readonly string[] | null;
    };

/** A level that somebody holds in a co-op that is there for them. */
export interface HeldLevel {
  readonly coopId: string;
  readonly level: Level;
}
