import type { z } from 'zod';
import type { transferChat as contract } from '#protocol/transfers.ts';
import type { Queries, StoredChainStep } from '../../platform/database/index.ts';
import type { StoredEvent } from '../../platform/events/bus.ts';
import type { StaffActor } from '../../platform/http/actor.ts';
import { problem } from '../../platform/problem.ts';
import { chainOf } from '../../routing/index.ts';
import { appendEvents, BY_CARREL, byOperator } from '../append-events.ts';
import type { LockedChat } from '../store.ts';
import { withoutCoverage } from '../waiting/next-move.ts';
import {
  insertOffers,
  markThrough,
  queueNames,
  readOffers,
  withdrawOffers,
} from '../waiting/offers.ts';
import { waitAgain } from '../waiting/wait-again.ts';
import { findQueueTargets, type QueueTargets } from './queue-targets.ts';

type Wish = z.output<typeof contract.body>;

/** Steps of one know no seconds after which the next is alerted. */
const LAST_STEP = { waitSeconds: 0 } as const;

/**
 * Within a transaction that holds the chat locked: it waits at a queue, or at all of a co-op's, and
 * nowhere else. Its operator is free of it; its patron is told that it is passed on.
 *
 * @throws breaks_rule when the sender may not send it there
 */
export async function passOn(
  sql: Queries,
  actor: StaffActor,
  chat: LockedChat,
  wish: Wish,
  now: Date,
): Promise<StoredEvent[]> {
  const targets = await findQueueTargets(sql, actor, chat.institutionId, now);
  const { step, coopId } = chooseTarget(targets, wish);
  const { institutionId } = chat;
  const chain = withoutCoverage(
    chainOf(targets.network, { institutionId, chain: [], route: [step] }),
  );
  const [queueId, ...others] = chain[0]?.queueIds ?? [];
  if (queueId === undefined) throw refusal(wish, 'must be a place where somebody answers');

  const place = {
    queueId,
    route: JSON.stringify([step]),
    chain: JSON.stringify(chain),
    stepsAlerted: 1,
    nextStepAt: null,
  };
  await waitAgain(sql, chat, place, now);
  const queueIds = [queueId, ...others];
  const rangAt = await readOffers(sql, chat.id);
  await withdrawOffers(
    sql,
    chat.id,
    [...rangAt].filter((id) => !queueIds.includes(id)),
    now,
  );
  await insertOffers(sql, chat.id, queueIds, now);
  if (coopId !== null) await markThrough(sql, chat.id, coopId);

  const names = new Map((await queueNames(sql, queueIds)).map(({ id, name }) => [id, name]));
  const coopName = targets.coops.find((coop) => coop.coopId === coopId)?.name ?? null;
  const body = {
    reason: 'passed_on',
    operatorName: actor.displayName,
    queue: { id: queueId, name: names.get(queueId) ?? '', coopName, coopId },
    ...(wish.note !== undefined && { note: wish.note }),
  };
  return appendEvents(
    sql,
    chat,
    [
      { kind: 'returned', ...byOperator(actor), clientId: wish.clientId, body },
      ...others.map((id) => ({
        kind: 'routed' as const,
        ...BY_CARREL,
        body: { queueId: id, queueName: names.get(id) ?? '' },
      })),
    ],
    now,
  );
}

function chooseTarget(
  { queues, coops }: QueueTargets,
  wish: Wish,
): { step: StoredChainStep; coopId: string | null } {
  const { queueId, coopId } = wish;
  if (coopId !== undefined) {
    const coop = coops.find((one) => one.coopId === coopId);
    if (!coop) throw refusal(wish, 'must be a co-op of yours that this library belongs to');
    if (!coop.isCovered) throw refusal(wish, 'does not answer for this library at this hour');
    return { step: { coopId, ...LAST_STEP }, coopId };
  }
  const queue = queues.find((one) => one.queueId === queueId);
  if (!queue || queueId === undefined)
    throw refusal(wish, 'must be a queue of this library, or of a co-op that answers for it');
  return { step: { queueId, ...LAST_STEP }, coopId: queue.coopId };
}

function refusal(wish: Wish, message: string) {
  const path = wish.coopId === undefined ? 'queueId' : 'coopId';
  return problem('breaks_rule', `${path} ${message}.`, [{ path, message }]);
}
