import { sql as fragment } from 'kysely';
import type { Queries } from '../../platform/database/index.ts';
import type { Parts } from '../../platform/parts.ts';
import { BY_CARREL } from '../append-events.ts';
import { lockChat } from '../store.ts';
import { endTransfer, findTransfer } from './standing-transfer.ts';

/** Ends what nobody answered in time, and what its receiver can't answer any more. Every second. */
export async function endStaleTransfers(parts: Parts): Promise<void> {
  const { database, clock, bus } = parts;
  const now = clock.now();
  for (const { chatId } of await staleTransfers(database.sql, now).execute()) {
    const events = await database.sql.transaction().execute(async (sql) => {
      const chat = await lockChat(sql, chatId);
      const still = await staleTransfers(sql, now).where('chatId', '=', chatId).executeTakeFirst();
      const transfer = chat && (await findTransfer(sql, chat));
      if (!still) return [];
      if (!transfer) {
        // The chat was closed, or came back to its queue: its events have told so.
        await sql.deleteFrom('transfers').where('chatId', '=', chatId).execute();
        return [];
      }
      const reason = transfer.expiresAt <= now ? 'unanswered' : 'gone';
      return endTransfer(sql, chat, transfer, { reason, by: BY_CARREL }, now);
    });
    if (events.length > 0) bus.publish('chat', { chatId, events, movesDesks: true });
  }
}

function staleTransfers(sql: Queries, now: Date) {
  return sql
    .selectFrom('transfers')
    .select('chatId')
    .where((eb) =>
      eb.or([
        eb('expiresAt', '<=', now),
        eb.not(
          eb.exists(
            eb
              .selectFrom('chats')
              .select('chats.id')
              .whereRef('chats.id', '=', 'transfers.chatId')
              .whereRef('chats.ownerId', '=', 'transfers.fromId')
              .where('chats.state', '=', 'active'),
          ),
        ),
        eb.not(
          eb.exists(
            eb
              .selectFrom('operatorLeases')
              .innerJoin('accounts', 'accounts.id', 'operatorLeases.accountId')
              .select('pageId')
              .whereRef('operatorLeases.accountId', '=', 'transfers.toId')
              .where('operatorLeases.expiresAt', '>', now)
              .where('accounts.chatAccess', '=', true)
              .where('accounts.deletedAt', 'is', null),
          ),
        ),
        eb.not(mayStillAnswer()),
      ]),
    );
}

/** The receiver is of the chat's library, or has a level in a co-op that it belongs to. */
function mayStillAnswer() {
  return fragment<boolean>`exists (
    select from chats c join accounts p on p.id = transfers.to_id
    where c.id = transfers.chat_id and (p.institution_id = c.institution_id or exists (
      select from held_levels l
      join coop_institutions home
        on home.coop_id = l.coop_id and home.institution_id = c.institution_id
      where l.account_id = p.id
    ))
  )`;
}
