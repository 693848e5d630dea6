import type { LockedChat, Resolving, WayHome } from '../chats/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { problem } from '../platform/problem.ts';
import { auditTicket } from './audit-ticket.ts';
import { appendEntries, findOthersEntry, type NewEntry } from './entries.ts';
import { findHandledTicket, insertTicket, lockLiveTicket, readTicket } from './store.ts';
import type { StoredTicket } from './ticket.ts';

/**
 * Each chat has one ticket at most, whatever is said of it and however often: the chat's row is locked
 * by the caller, so that nobody else makes it meanwhile.
 */
export const wayHome: WayHome = {
  async followUp(sql, chat, resolving, now) {
    const ticket = await lockLiveTicket(sql, { chatId: chat.id });
    if (ticket) return keepTicket(sql, chat, ticket, resolving, now);
    if (isFollowUp(resolving)) await makeTicket(sql, chat, resolving, now);
  },
  async keepQuestion(sql, chat, now) {
    const ticket = await lockLiveTicket(sql, { chatId: chat.id });
    if (!ticket) await makeTicket(sql, chat, null, now);
  },
};

function isFollowUp({ resolution }: Resolving): boolean {
  return resolution === 'followUpHome' || resolution === 'followUpSelf';
}

async function makeTicket(
  sql: Queries,
  chat: LockedChat,
  resolving: Resolving | null,
  now: Date,
): Promise<void> {
  // A practice came by no widget and asks nothing.
  if (chat.widgetId === null || chat.practisedBy !== null) return;
  const id = newId();
  const isOwn = resolving?.resolution === 'followUpSelf';
  const written = {
    id,
    clientId: newId(),
    widgetId: chat.widgetId,
    institutionId: chat.institutionId,
    chatId: chat.id,
    question: await firstWords(sql, chat),
    name: chat.patronName,
    email: resolving?.email ?? chat.patronEmail,
    language: chat.language,
    pageUrl: chat.pageUrl,
    pageTitle: chat.pageTitle,
    createdAt: now,
  };
  const ownerId = isOwn ? resolving.by.accountId : null;
  await insertTicket(sql, written, { state: isOwn ? 'open' : 'new', ownerId });
  if (resolving === null) return;
  const owner: NewEntry[] = isOwn ? [ownerEntry(resolving, null, resolving.by)] : [];
  await appendEntries(sql, { id, lastSeq: 0 }, [...owner, ...noteEntry(resolving)], now);
}

/** What was a ticket stays one; a follow-up opens it again and says whose it is. */
async function keepTicket(
  sql: Queries,
  chat: LockedChat,
  ticket: StoredTicket,
  resolving: Resolving,
  now: Date,
): Promise<void> {
  const { by, resolution } = resolving;
  const entries: NewEntry[] = noteEntry(resolving);
  if (resolution === 'followUpSelf') await refuseTaking(sql, chat, ticket, resolving);
  if (isFollowUp(resolving)) {
    const ownerId = resolution === 'followUpSelf' ? by.accountId : withoutOwn(ticket, by);
    const email = ticket.email ?? resolving.email;
    const state = ticket.state === 'closed' ? ('open' as const) : ticket.state;
    if (ownerId !== ticket.ownerId)
      entries.push(ownerEntry(resolving, ownerOf(ticket), ownerId === by.accountId ? by : null));
    if (email !== ticket.email)
      entries.push({ kind: 'address', actorId: by.accountId, body: { to: email } });
    if (state !== ticket.state)
      entries.push({
        kind: 'state',
        actorId: by.accountId,
        body: { from: ticket.state, to: state },
      });
    await sql
      .updateTable('tickets')
      .set({ ownerId, email, state })
      .where('id', '=', ticket.id)
      .execute();
    await auditTicket(sql, by, ticket, await readTicket(sql, ticket.id), now);
  }
  await appendEntries(sql, ticket, entries, now);
}

/**
 * Who answered from elsewhere says that they follow up, and later that they do after all, as long as
 * nobody at home took the question up. From then on the ticket holds what the library wrote there, and
 * it gives the ticket away itself.
 */
async function refuseTaking(
  sql: Queries,
  chat: LockedChat,
  ticket: StoredTicket,
  { by }: Resolving,
): Promise<void> {
  if (await findHandledTicket(sql, by, ticket.id)) return;
  const { accountId } = by;
  const isUntouched =
    ticket.chatId === chat.id &&
    ticket.ownerId === null &&
    (await findOthersEntry(sql, ticket.id, { after: 0, accountId })) === undefined;
  if (isUntouched) return;
  throw problem(
    'conflict',
    'The patron’s library has taken this question up. Leave a note for them instead.',
  );
}

/** Who hands a question home gives up what they had taken themselves, and nothing of others. */
function withoutOwn({ ownerId }: StoredTicket, by: Person): string | null {
  return ownerId === by.accountId ? null : ownerId;
}

function noteEntry({ note, by }: Resolving): NewEntry[] {
  return note === null ? [] : [{ kind: 'note', actorId: by.accountId, text: note }];
}

interface Person {
  readonly accountId: string;
  readonly displayName: string;
}

function ownerEntry({ by }: Resolving, from: Person | null, to: Person | null): NewEntry {
  return { kind: 'owner', actorId: by.accountId, body: { from: named(from), to: named(to) } };
}

export function ownerOf({ ownerId, ownerName }: StoredTicket): Person | null {
  return ownerId === null ? null : { accountId: ownerId, displayName: ownerName ?? '' };
}

export function named(person: Person | null) {
  return person && { accountId: person.accountId, name: person.displayName };
}

/** The question whole; the chat's own field is an excerpt of it. */
async function firstWords(sql: Queries, chat: LockedChat): Promise<string> {
  const first = await sql
    .selectFrom('chatEvents')
    .select('text')
    .where('chatId', '=', chat.id)
    .where('kind', '=', 'message')
    .where('actorKind', '=', 'p')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return first?.text ?? chat.question;
}
