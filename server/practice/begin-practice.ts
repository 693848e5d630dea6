import { randomInt } from 'node:crypto';
import type { PracticeScript } from '#protocol/practice.ts';
import { appendEvents, BY_CARREL, BY_PATRON, guestTag } from '../chats/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StoredEvent } from '../platform/events/bus.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { say } from '../platform/texts.ts';
import { PRACTICE_MINUTES } from './end-forgotten.ts';
import { providePracticeQueue } from './provide-queue.ts';
import { SCRIPTS } from './scripts/index.ts';
import { findOpenPractice, insertPractice, lockLearner } from './store.ts';

/**
 * Opens a chat with a scripted patron, for the actor alone. One at a time: with one under way, that
 * one is answered, and `isNew` is false.
 *
 * @throws no_chat_access
 */
export async function beginPractice(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  script: PracticeScript,
): Promise<{ chatId: string; isNew: boolean }> {
  if (!actor.chatAccess) throw problem('no_chat_access');
  const now = clock.now();
  const { chatId, events } = await database.sql.transaction().execute(async (sql) => {
    const language = await lockLearner(sql, actor.accountId);
    const underWay = await findOpenPractice(sql, actor.accountId);
    if (underWay) return { ...underWay, events: [] };
    return open(sql, { actor, script, language, now });
  });
  if (events.length > 0) bus.publish('chat', { chatId, events, movesDesks: true });
  return { chatId, isNew: events.length > 0 };
}

interface Opening {
  readonly actor: StaffActor;
  readonly script: PracticeScript;
  readonly language: Awaited<ReturnType<typeof lockLearner>>;
  readonly now: Date;
}

async function open(
  sql: Queries,
  { actor, script, language, now }: Opening,
): Promise<{ chatId: string; events: StoredEvent[] }> {
  const { patron, turns } = SCRIPTS[script];
  const chatId = newId();
  const question = say(language, turns.opening.says, {});
  await insertPractice(sql, {
    chatId,
    clientId: newId(),
    patronId: newId(),
    accountId: actor.accountId,
    institutionId: actor.institutionId,
    queueId: await providePracticeQueue(sql, actor, now),
    script,
    language,
    patronName: say(language, patron, {}),
    guestTag: guestTag(randomInt),
    question,
    openedAt: now,
    staysUntil: new Date(now.getTime() + PRACTICE_MINUTES.longest * 60_000),
  });
  const events = await appendEvents(
    sql,
    { id: chatId, lastSeq: 0, lastPatronSeq: 0 },
    [
      { kind: 'opened', ...BY_PATRON, body: {} },
      { kind: 'message', ...BY_PATRON, clientId: newId(), text: question },
      {
        kind: 'note',
        ...BY_CARREL,
        clientId: newId(),
        text: say(language, 'practice.hint.claim', {}),
      },
    ],
    now,
  );
  return { chatId, events };
}
