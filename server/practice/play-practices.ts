import {
  appendEvents,
  BY_CARREL,
  BY_PATRON,
  type LockedChat,
  lockChat,
  type NewEvent,
} from '../chats/index.ts';
import type { StoredEvent } from '../platform/events/bus.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { say, type TextKey } from '../platform/texts.ts';
import { type Act, type Heard, nextAct } from './follow-script.ts';
import { SCRIPTS } from './scripts/index.ts';
import { openPractices, type Practice, readHeard } from './store.ts';

/**
 * Every second: the scripted patrons type, answer, and Carrel puts its notes beside. What each does
 * follows from its chat's events, read again under the chat's lock, so that any process may play and
 * a restart loses no patron.
 */
export async function playPractices(parts: Parts): Promise<void> {
  for (const practice of await openPractices(parts.database.sql)) {
    const heard = await readHeard(parts.database.sql, practice.chatId);
    const act = actOf(practice, heard, parts.clock.now());
    if (!act) continue;
    if (act.what === 'type') showTyping(parts, practice);
    else await speak(parts, practice);
  }
}

function actOf({ script, language }: Practice, heard: readonly Heard[], now: Date) {
  const lengthOf = (key: TextKey) => say(language, key, {}).length;
  return nextAct(SCRIPTS[script], heard, lengthOf, now);
}

function showTyping({ bus }: Parts, { chatId }: Practice): void {
  bus.publish('passing', { what: 'typing', chatId, from: 'practice', who: 'patron', on: true });
}

async function speak({ database, clock, bus }: Parts, practice: Practice): Promise<void> {
  const { chatId } = practice;
  const events = await database.sql.transaction().execute(async (sql): Promise<StoredEvent[]> => {
    const chat: LockedChat | undefined = await lockChat(sql, chatId);
    if (chat?.state !== 'active') return [];
    // The operator may have gone on writing, or another process have played this.
    const now = clock.now();
    const act = actOf(practice, await readHeard(sql, chatId), now);
    return act ? appendEvents(sql, chat, eventsOf(practice, act), now) : [];
  });
  if (events.length > 0) bus.publish('chat', { chatId, events, movesDesks: false });
}

function eventsOf({ language }: Practice, act: Act): NewEvent[] {
  const note = (hint: TextKey): NewEvent => ({
    kind: 'note',
    ...BY_CARREL,
    clientId: newId(),
    text: say(language, hint, {}),
  });
  switch (act.what) {
    case 'type':
      return [];
    case 'hint':
      return [note(act.hint)];
    case 'say': {
      const { says, hint } = act.turn;
      const text = say(language, says, {});
      const message: NewEvent = { kind: 'message', ...BY_PATRON, clientId: newId(), text };
      return hint === undefined ? [message] : [message, note(hint)];
    }
  }
}
