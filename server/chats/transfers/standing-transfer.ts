import type { Queries } from '../../platform/database/index.ts';
import type { StoredEvent } from '../../platform/events/bus.ts';
import { appendEvents, type NewEvent } from '../append-events.ts';
import type { LockedChat } from '../store.ts';

/** Of a chat that its sender still has. */
export function findTransfer(sql: Queries, chat: LockedChat) {
  return sql
    .selectFrom('transfers')
    .innerJoin('chats', 'chats.id', 'transfers.chatId')
    .innerJoin('accounts as senders', 'senders.id', 'transfers.fromId')
    .innerJoin('accounts as receivers', 'receivers.id', 'transfers.toId')
    .where('chatId', '=', chat.id)
    .where('chats.state', '=', 'active')
    .whereRef('chats.ownerId', '=', 'transfers.fromId')
    .select(['fromId', 'toId', 'expiresAt'])
    .select([
      'senders.displayName as fromName',
      'senders.institutionId as fromInstitutionId',
      'receivers.displayName as toName',
    ])
    .executeTakeFirst();
}
type Transfer = NonNullable<Awaited<ReturnType<typeof findTransfer>>>;

/** The chat stays with its sender, who is told why. */
export async function endTransfer(
  sql: Queries,
  chat: LockedChat,
  { toId, toName }: Transfer,
  { reason, by }: { reason: string; by: Pick<NewEvent, 'actorKind' | 'actorId' | 'actorName'> },
  now: Date,
): Promise<StoredEvent[]> {
  await sql.deleteFrom('transfers').where('chatId', '=', chat.id).execute();
  const body = { to: { accountId: toId, name: toName }, reason };
  return appendEvents(sql, chat, [{ kind: 'transfer_declined', ...by, body }], now);
}
