import type { Queries } from '../platform/database/index.ts';
import type { StoredEvent } from '../platform/events/bus.ts';
import type { Parts } from '../platform/parts.ts';
import { readOnlineQueues } from '../presence/index.ts';
import { decide } from '../routing/index.ts';
import { appendEvents, BY_CARREL, type NewEvent } from './append-events.ts';
import { insertOffers } from './open-chat.ts';
import { lockChat } from './store.ts';

/**
 * Moves waiting chats on: the next step of a chain is alerted too, the form is offered. Called every
 * second and whenever somebody comes or goes; each process may call it, the row's lock decides.
 */
export async function advanceWaitingChats(parts: Parts): Promise<void> {
  const { database, clock, bus } = parts;
  const waiting = await database.sql
    .selectFrom('chats')
    .select('id')
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('nextStepAt', 'is not', null), eb('formOfferAt', 'is not', null)]))
    .execute();
  if (waiting.length === 0) return;

  const online = await readOnlineQueues(database.sql, clock.now());
  for (const { id: chatId } of waiting) {
    const events = await database.sql
      .transaction()
      .execute((sql) => advance(sql, chatId, (queueId) => online.has(queueId), clock.now()));
    if (events.length > 0) bus.publish('chat', { chatId, events, movesDesks: true });
  }
}

async function advance(
  sql: Queries,
  chatId: string,
  isOnline: (queueId: string) => boolean,
  now: Date,
): Promise<StoredEvent[]> {
  const chat = await lockChat(sql, chatId);
  if (chat?.state !== 'waiting') return [];
  const decision = decide(chat, isOnline, now);
  const moved = decision.stepsAlerted !== chat.stepsAlerted || decision.offerForm;
  if (!moved) return [];

  await insertOffers(sql, chatId, decision.alert, now);
  await sql
    .updateTable('chats')
    .set({
      stepsAlerted: decision.stepsAlerted,
      nextStepAt: decision.nextStepAt,
      ...(decision.offerForm && { formOffered: true, formOfferAt: null }),
    })
    .where('id', '=', chatId)
    .execute();
  const routed = await namesOf(sql, decision.alert);
  return appendEvents(
    sql,
    chat,
    [
      ...routed.map(
        (queue): NewEvent => ({
          kind: 'routed',
          ...BY_CARREL,
          body: { queueId: queue.id, queueName: queue.name },
        }),
      ),
      ...(decision.offerForm ? [{ kind: 'form_offered' as const, ...BY_CARREL }] : []),
    ],
    now,
  );
}

async function namesOf(
  sql: Queries,
  queueIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (queueIds.length === 0) return [];
  return sql
    .selectFrom('queues')
    .select(['id', 'name'])
    .where('id', 'in', [...queueIds])
    .execute();
}
