import type { Role } from '#protocol/accounts.ts';
import type { ChatState } from '#protocol/chats.ts';
import type { Level } from '#protocol/levels.ts';

/** What decides about a reader, as of the last look at the database. */
export interface Reader {
  readonly accountId: string;
  readonly institutionId: string;
  readonly role: Role;
  readonly chatAccess: boolean;
  /** Queues that the account may staff, opted in or not. */
  readonly queueIds: ReadonlySet<string>;
  /** Co-ops in which a level of theirs holds. */
  readonly coops: ReadonlyMap<string, { readonly name: string; readonly level: Level }>;
  /** The home institution lets operators read all chats of their queues, or their own alone. */
  readonly operatorsSee: 'queues' | 'own';
}

/** What decides about a chat. */
export interface ChatFacts {
  readonly state: ChatState;
  readonly institutionId: string;
  readonly ownerId: string | null;
  readonly guestIds: readonly string[];
  /** Queues that it was ever offered to. */
  readonly offeredTo: ReadonlySet<string>;
  /** Of those, where it rings while it waits. */
  readonly ringsAt: ReadonlySet<string>;
  /** Co-ops through which it was claimed or passed on. */
  readonly coopIds: ReadonlySet<string>;
  /** Whom its owner asks to take it. */
  readonly transferTo: string | null;
  /** Accounts that ever answered it. */
  readonly answeredBy: ReadonlySet<string>;
  /** Whose practice it is; null for a chat with a patron. */
  readonly practisedBy: string | null;
}

/**
 * The owner of the installation reads all; an institution's admins read their patrons' chats. Who
 * answered reads it: a patron's of their own library for good, another's while they have it, and
 * after that while a level of theirs holds in a co-op that it came through. Who is asked to take a
 * chat reads it. The operators of a queue read what rings there, and of their own library's patrons
 * all that ever came to their queues, where the library says so. A practice is read by who
 * practises, and by nobody else.
 *
 * Without chat access there is no desk: what is left is what the owner and the home library's admins
 * read by their role. What operators once answered at home they find among its transcripts.
 *
 * `readable.ts` says the same as SQL (`readableBy`); a test holds the two against each other.
 */
export function mayReadChat(reader: Reader, chat: ChatFacts): boolean {
  if (chat.practisedBy !== null) return reader.chatAccess && chat.practisedBy === reader.accountId;
  if (reader.role === 'owner') return true;
  const isHome = reader.institutionId === chat.institutionId;
  if (reader.role === 'admin' && isHome) return true;
  if (!reader.chatAccess) return false;
  const tookPart =
    chat.answeredBy.has(reader.accountId) || chat.guestIds.includes(reader.accountId);
  const hasIt = chat.state === 'active' && chat.ownerId === reader.accountId;
  if (tookPart && (isHome || hasIt || some(chat.coopIds, reader.coops))) return true;
  if (chat.state === 'active' && chat.transferTo === reader.accountId) return true;
  if (chat.state === 'waiting' && some(chat.ringsAt, reader.queueIds)) return true;
  return isHome && reader.operatorsSee === 'queues' && some(chat.offeredTo, reader.queueIds);
}

function some(ids: ReadonlySet<string>, among: { has(id: string): boolean }): boolean {
  return [...ids].some((id) => among.has(id));
}

/** Its owner and those who joined it speak in it; the rest reads. */
export function mayWriteInChat(
  accountId: string,
  chat: Pick<ChatFacts, 'ownerId' | 'guestIds'>,
): boolean {
  return chat.ownerId === accountId || chat.guestIds.includes(accountId);
}
