import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Desk, DeskChat } from '#protocol/desk.ts';
import type { Colleague, OwnPresence } from '#protocol/presence.ts';
import { presentToStaff } from '../chats/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { type LiveOperator, readLiveOperators, readQueuePresence } from '../presence/index.ts';
import { type StaffedQueue, staffedQueues } from '../queues/index.ts';
import {
  type LiveChat,
  readContactsOf,
  readLiveChats,
  readPeople,
  readPresenceOf,
} from './store.ts';

/**
 * What stands on the desks of the accounts now, in a handful of queries for all of them together:
 * a desk is always made whole, so that no sequence of changes can leave one wrong.
 */
export async function readDesks(
  sql: Queries,
  accountIds: readonly string[],
  now: Date,
): Promise<Map<string, Desk>> {
  const live = await readLiveOperators(sql, now);
  const everybody = [...new Set([...accountIds, ...live.map(({ accountId }) => accountId)])];
  const [staffed, presence, chats, people, own, isContact] = await Promise.all([
    staffedQueues(sql, everybody),
    readQueuePresence(sql, now),
    readLiveChats(sql, accountIds, now),
    readPeople(sql, everybody),
    readPresenceOf(sql, accountIds),
    readContactsOf(sql, accountIds),
  ]);
  const queuesOf = Map.groupBy(staffed, ({ accountId }) => accountId);
  const operatorsOn = new Map(presence.map((queue) => [queue.queueId, queue.operatorsOn]));
  const ownPresence = new Map(
    own.map(({ accountId, state, openChats, maxChats }) => [
      accountId,
      { state: state ?? ('available' as const), openChats: openChats ?? 0, maxChats },
    ]),
  );

  const states = new Map(live.map((operator) => [operator.accountId, operator]));
  const desks = new Map<string, Desk>();
  for (const accountId of accountIds) {
    // Three hundred desks are a tenth of a second; no message shall wait for all of them.
    await nextTurn();
    const mine = ownPresence.get(accountId);
    if (!mine) continue;
    const queues = queuesOf.get(accountId) ?? [];
    desks.set(accountId, {
      presence: mine,
      queues: queues.map(({ accountId: _, ...queue }) => ({
        ...queue,
        operatorsOn: operatorsOn.get(queue.id) ?? 0,
      })),
      colleagues: colleaguesOf(accountId, { queuesOf, states, people, isContact }),
      chats: chats.flatMap((chat) => placeChat(chat, accountId, queues, mine) ?? []),
    });
  }
  return desks;
}

/** Where a chat stands on one desk; undefined for nowhere. */
function placeChat(
  chat: LiveChat,
  accountId: string,
  queues: readonly StaffedQueue[],
  presence: OwnPresence,
): DeskChat | undefined {
  if (chat.state === 'active') {
    if (chat.ownerId === accountId)
      return { ...presentToStaff(chat), place: 'mine', offered: false };
    if (chat.transferToId !== accountId) return undefined;
    return { ...presentToStaff(chat), place: 'passed', offered: true };
  }
  const optedIn = new Set(queues.filter((queue) => queue.optedIn).map(({ id }) => id));
  const through =
    chat.practisedBy === accountId ? chat : chat.offers.find(({ queueId }) => optedIn.has(queueId));
  if (!through) return undefined;
  const { queueId, queueName, coopName } = through;
  const offered = presence.state === 'available' && presence.openChats < presence.maxChats;
  return { ...presentToStaff(chat), queueId, queueName, coopName, place: 'waiting', offered };
}

interface Staff {
  readonly queuesOf: ReadonlyMap<string, readonly StaffedQueue[]>;
  readonly states: ReadonlyMap<string, LiveOperator>;
  readonly people: Awaited<ReturnType<typeof readPeople>>;
  readonly isContact: (one: string, other: string) => boolean;
}

/** Who has the desk open and is of the same library, shares a queue, or was added by hand. */
function colleaguesOf(
  accountId: string,
  { queuesOf, states, people, isContact }: Staff,
): Colleague[] {
  const mine = new Set(queuesOf.get(accountId)?.map(({ id }) => id));
  const home = people.find((person) => person.accountId === accountId)?.institutionId;
  return people.flatMap((person) => {
    const operator = states.get(person.accountId);
    if (!operator || person.accountId === accountId) return [];
    const isColleague =
      person.institutionId === home ||
      isContact(accountId, person.accountId) ||
      queuesOf.get(person.accountId)?.some(({ id }) => mine.has(id));
    return isColleague ? [{ ...person, state: operator.state, openChats: operator.openChats }] : [];
  });
}
