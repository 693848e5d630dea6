import { BY_CARREL, closeChatWithin, lockChat } from '../chats/index.ts';
import type { StoredEvent } from '../platform/events/bus.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { openPractices, readHeard } from './store.ts';

/** Minutes after its last word that a practice ends by itself, and after its opening in any case. */
export const PRACTICE_MINUTES = { silent: 30, longest: 120 } as const;

/** Every minute: closes what was begun and left, so that it takes no place at its operator's desk. */
export async function endForgottenPractices(parts: Parts): Promise<void> {
  const now = parts.clock.now().getTime();
  for (const { chatId } of await openPractices(parts.database.sql)) {
    const heard = await readHeard(parts.database.sql, chatId);
    const opened = heard[0]?.at.getTime() ?? now;
    const last = heard.at(-1)?.at.getTime() ?? now;
    const isForgotten =
      now - last >= PRACTICE_MINUTES.silent * 60_000 ||
      now - opened >= PRACTICE_MINUTES.longest * 60_000;
    if (isForgotten) await end(parts, chatId);
  }
}

async function end({ database, clock, bus }: Parts, chatId: string): Promise<void> {
  const events = await database.sql.transaction().execute(async (sql): Promise<StoredEvent[]> => {
    const chat = await lockChat(sql, chatId);
    if (!chat || chat.state === 'closed') return [];
    const mayClose = () => undefined;
    const closing = { chatId, clientId: newId(), reason: 'lost', by: BY_CARREL, mayClose } as const;
    return closeChatWithin(sql, closing, clock.now());
  });
  if (events.length > 0) bus.publish('chat', { chatId, events, movesDesks: true });
}
