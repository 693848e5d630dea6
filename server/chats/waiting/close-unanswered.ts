import { sql as fragment } from 'kysely';
import { ABSENT_PATRON_MINUTES } from '#protocol/limits.ts';
import type { Queries } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { BY_CARREL } from '../append-events.ts';
import { closeChatWithin } from '../close-chat.ts';
import { lockChat } from '../store.ts';
import type { ClosingParts } from '../way-home.ts';

/**
 * A chat that waits for nobody: its patron is gone, and no one has answered. It becomes a question at
 * its library, and is closed. Every second; the index by waiting time keeps the look short.
 */
export async function closeUnanswered(parts: ClosingParts): Promise<void> {
  const { database, clock, bus, wayHome } = parts;
  const now = clock.now();
  for (const { id: chatId } of await unanswered(database.sql, now).execute()) {
    const events = await database.sql.transaction().execute(async (sql) => {
      const chat = await lockChat(sql, chatId);
      // Asked again under the lock: the patron may be back, or somebody may have claimed it.
      const still = await unanswered(sql, now).where('chats.id', '=', chatId).executeTakeFirst();
      if (!chat || !still) return [];
      await wayHome.keepQuestion(sql, chat, now);
      return closeChatWithin(
        sql,
        { chatId, clientId: newId(), reason: 'lost', by: BY_CARREL, mayClose: () => undefined },
        now,
      );
    });
    if (events.length > 0) bus.publish('chat', { chatId, events, movesDesks: true });
  }
}

function unanswered(sql: Queries, now: Date) {
  const since = new Date(now.getTime() - ABSENT_PATRON_MINUTES * 60_000);
  return sql
    .selectFrom('chats')
    .select('chats.id')
    .where('chats.state', '=', 'waiting')
    .where('chats.practisedBy', 'is', null)
    .where('chats.waitingSince', '<=', since)
    .where(
      fragment<boolean>`not exists (
        select from patron_leases l where l.chat_id = chats.id and l.expires_at > ${now}
      ) and not exists (
        select from patron_sightings s where s.chat_id = chats.id and s.at > ${since}
      )`,
    );
}
