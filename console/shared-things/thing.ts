import type { QueryKey } from '@tanstack/react-query';
import type { QueueKind } from '#protocol/queues.ts';
import type { TextKey } from '../platform/i18n/index.ts';

/** What queues, pools of canned messages and conference rooms have in common: a name, an owner, members. */
export interface Thing {
  readonly id: string;
  readonly name: string;
  /** Null: the consortium's, or a co-op's. */
  readonly institutionId: string | null;
  readonly memberIds: readonly string[];
  readonly mayEdit: boolean;
  /** Of queues alone. */
  readonly kind?: QueueKind;
}

export interface DeletedThing {
  readonly id: string;
  readonly name: string;
  readonly institutionId: string | null;
  readonly deletedAt: string;
}

/** What is asked for when one is made or changed. */
export interface ThingDraft {
  readonly name: string;
  readonly institutionId: string | null;
  readonly kind: QueueKind;
}

/** Texts of its page. */
export interface ThingWords {
  readonly title: TextKey;
  readonly lead: TextKey;
  readonly new: TextKey;
  readonly nameHint: TextKey;
  /** With a `count`. */
  readonly members: TextKey;
  /** With a `name`. */
  readonly membersOf: TextKey;
  readonly empty: TextKey;
  readonly emptyText: TextKey;
}

/** What the three pages differ in: their words, and whom they ask. */
export interface ThingKind {
  readonly words: ThingWords;
  /** Of everything that is read about them. */
  readonly key: QueryKey;
  /** Queues are of a kind, and who staffs one is its library's business alone. */
  readonly isQueue: boolean;
  /** Whether the consortium may have one of its own. */
  readonly isShareable: boolean;
  readonly readDeleted: (
    signal: AbortSignal,
  ) => Promise<{ readonly items: readonly DeletedThing[] }>;
  readonly create: (draft: ThingDraft) => Promise<unknown>;
  readonly change: (id: string, draft: ThingDraft) => Promise<unknown>;
  readonly remove: (id: string) => Promise<unknown>;
  readonly restore: (id: string) => Promise<unknown>;
  readonly addMember: (id: string, accountId: string) => Promise<unknown>;
  readonly removeMember: (id: string, accountId: string) => Promise<unknown>;
}
