import type { Role } from '#protocol/accounts.ts';
import type { ChatState } from '#protocol/chats.ts';

/** What decides about a reader, as of the last look at the database. */
export interface Reader {
  readonly accountId: string;
  readonly institutionId: string;
  readonly role: Role;
  readonly chatAccess: boolean;
  /** Queues that the account may staff, opted in or not. */
  readonly queueIds: ReadonlySet<string>;
  /** The home institution lets operators read all chats of their queues, or their own alone. */
  readonly operatorsSee: 'queues' | 'own';
}

/** What decides about a chat. */
export interface ChatFacts {
  readonly state: ChatState;
  readonly institutionId: string;
  readonly ownerId: string | null;
  readonly guestIds: readonly string[];
  /** Queues that it was offered to. */
  readonly offeredTo: ReadonlySet<string>;
  /** Accounts that ever answered it. */
  readonly answeredBy: ReadonlySet<string>;
  /** Whose practice it is; null for a chat with a patron. */
  readonly practisedBy: string | null;
}

/**
 * The owner of the installation reads all; an institution's admins read their patrons' chats; who
 * answered reads it for good; the operators of a queue read what waits there, and of their own
 * library's patrons all that ever came to their queues, where the library says so. A practice is
 * read by who practises, and by nobody else.
 *
 * `store.ts` says the same as SQL (`readableBy`); a test holds the two against each other.
 */
export function mayReadChat(reader: Reader, chat: ChatFacts): boolean {
  if (chat.practisedBy !== null) return chat.practisedBy === reader.accountId;
  if (reader.role === 'owner') return true;
  const isHome = reader.institutionId === chat.institutionId;
  if (reader.role === 'admin' && isHome) return true;
  if (chat.answeredBy.has(reader.accountId) || chat.guestIds.includes(reader.accountId))
    return true;
  if (!reader.chatAccess) return false;
  const staffsItsQueue = [...chat.offeredTo].some((queueId) => reader.queueIds.has(queueId));
  if (!staffsItsQueue) return false;
  return chat.state === 'waiting' || (isHome && reader.operatorsSee === 'queues');
}

/** Its owner and those who joined it speak in it; the rest reads. */
export function mayWriteInChat(
  accountId: string,
  chat: Pick<ChatFacts, 'ownerId' | 'guestIds'>,
): boolean {
  return chat.ownerId === accountId || chat.guestIds.includes(accountId);
}
