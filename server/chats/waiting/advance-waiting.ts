import { isOpen } from '../../institutions/index.ts';
import type { Queries } from '../../platform/database/index.ts';
import type { StoredEvent } from '../../platform/events/bus.ts';
import type { Parts } from '../../platform/parts.ts';
import { isQueueOnline, type Network, readNetwork } from '../../routing/index.ts';
import { appendEvents, BY_CARREL, type NewEvent } from '../append-events.ts';
import { lockChat } from '../store.ts';
import { nextMove, waitingRows } from './next-move.ts';
import { insertOffers, queueNames, withdrawOffers } from './offers.ts';

/** Chats read at once: what they are judged by is small, and others want the database too. */
const CHATS_AT_ONCE = 1_000;

/**
 * Moves waiting chats on: the next step of a chain is alerted too, offers are made and withdrawn, the
 * form is offered. To be called every second; each process may, the row's lock decides.
 *
 * Looks at the chats that are due or began to wait since the last call; at all, when somebody came or
 * went, when something opened or closed, or when a chain was changed. Only who moves costs a transaction.
 */
export function advanceWaitingChats({ database, clock, bus }: Parts): () => Promise<void> {
  let lookedAt = new Date(0);
  let lastState = '';

  return async () => {
    const now = clock.now();
    const chains = await chainsOfWaiting(database.sql);
    if (chains === null) return;
    const network = await readNetwork(database.sql, now);
    const state = `${chains} ${stateOf(network)}`;
    const dueOnly = state === lastState ? lookedAt : null;
    for await (const chatId of movingChats(database.sql, network, dueOnly)) {
      const events = await database.sql
        .transaction()
        .execute((sql) => advance(sql, chatId, network));
      if (events.length > 0) bus.publish('chat', { chatId, events, movesDesks: true });
    }
    lookedAt = now;
    lastState = state;
  };
}

/** Stands for the chains that waiting chats follow, as they are now; null when none waits. */
async function chainsOfWaiting(sql: Queries): Promise<string | null> {
  const rows = await sql
    .selectFrom('widgets')
    .where('id', 'in', (eb) =>
      eb.selectFrom('chats').select('widgetId').where('state', '=', 'waiting'),
    )
    .select(['id', 'chain'])
    .orderBy('id')
    .execute();
  return rows.length === 0 ? null : JSON.stringify(rows);
}

/** Everything else that can move a chat that is not due. */
function stateOf({ now, queues, coverage }: Network): string {
  return JSON.stringify([
    [...queues].map(([id, queue]) => [id, queue.kind, isQueueOnline(queue, now)]),
    [...coverage].map(([id, libraries]) => [
      id,
      [...libraries].map(([institutionId, hours]) => [institutionId, isOpen(hours, now)]),
    ]),
  ]);
}

/** Ids of the chats that would move; `since`: of those alone that are due or wait since then. */
async function* movingChats(
  sql: Queries,
  network: Network,
  since: Date | null,
): AsyncGenerator<string> {
  let last: string | undefined;
  do {
    const rows = await waitingRows(sql)
      .$if(last !== undefined, (query) => query.where('chats.id', '>', last ?? ''))
      .$if(since !== null, (query) =>
        query.where((eb) =>
          eb.or([
            eb('chats.nextStepAt', '<=', network.now),
            eb('chats.formOfferAt', '<=', network.now),
            eb('chats.waitingSince', '>=', since ?? network.now),
          ]),
        ),
      )
      .orderBy('chats.id')
      .limit(CHATS_AT_ONCE)
      .execute();
    for (const row of rows) if (nextMove(network, row).isMove) yield row.id;
    last = rows.length === CHATS_AT_ONCE ? rows.at(-1)?.id : undefined;
  } while (last !== undefined);
}

/** Judged again under the lock: it may have been claimed or passed on meanwhile. */
async function advance(sql: Queries, chatId: string, network: Network): Promise<StoredEvent[]> {
  const chat = await lockChat(sql, chatId);
  const row = await waitingRows(sql).where('chats.id', '=', chatId).executeTakeFirst();
  if (!chat || !row) return [];
  const { chain, decision, isMove } = nextMove(network, row);
  if (!isMove) return [];

  await insertOffers(sql, chatId, decision.alert, network.now);
  await withdrawOffers(sql, chatId, decision.withdraw, network.now);
  await sql
    .updateTable('chats')
    .set({
      chain: JSON.stringify(chain),
      stepsAlerted: decision.stepsAlerted,
      nextStepAt: decision.nextStepAt,
      ...(decision.offerForm && { formOffered: true, formOfferAt: null }),
    })
    .where('id', '=', chatId)
    .execute();
  const events = [
    ...(await routing(sql, 'routed', decision.alert)),
    ...(await routing(sql, 'unrouted', decision.withdraw)),
    ...(decision.offerForm ? [{ kind: 'form_offered' as const, ...BY_CARREL }] : []),
  ];
  return appendEvents(sql, chat, events, network.now);
}

async function routing(
  sql: Queries,
  kind: 'routed' | 'unrouted',
  queueIds: readonly string[],
): Promise<NewEvent[]> {
  const queues = await queueNames(sql, queueIds);
  return queues.map(({ id, name }) => ({
    kind,
    ...BY_CARREL,
    body: { queueId: id, queueName: name },
  }));
}
