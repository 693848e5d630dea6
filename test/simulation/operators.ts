import { claimChat, listChats, type StaffChat } from '#protocol/chats.ts';
import { chooseState } from '#protocol/presence.ts';
import { newId } from '../../server/platform/ids.ts';
import { beginLease, endLease, extendLeases, leaseEnd } from '../../server/presence/index.ts';
import { converse } from './conversation.ts';
import type { Library } from './town.ts';
import { aboutSeconds, inSeconds, pagesEnd, type Sitting, type World } from './world.ts';

/** Seconds until somebody at the desk reacts to a ring, at the median. */
const REACTION = 60;
/** How many at most look at once because of one chat. */
const LOOKING = 3;
/** One in so many shifts ends without a goodbye: a cable, a battery. */
const VANISH_EVERY = 25;

/** A shift begins; of two that overlap, the second changes nothing. */
export async function sitDown(world: World, accountId: string, library: Library): Promise<void> {
  const { house, sittings, random } = world;
  const seated = sittings.get(accountId);
  if (seated) {
    seated.shifts += 1;
    return;
  }
  const sitting: Sitting = {
    accountId,
    library,
    pageId: newId(),
    caller: await house.staff(accountId),
    shifts: 1,
  };
  sittings.set(accountId, sitting);
  await beginLease(house.parts, sitting);
  await leaseUntil(world, sitting, pagesEnd(world));
  await choose(world, sitting, 'available');
  inSeconds(world, aboutSeconds(random, 10), () => look(world, sitting));
  inSeconds(world, aboutSeconds(random, 5_400), () => pause(world, sitting));
}

/** A shift ends: who has chats finishes them first, and some are just gone. */
export async function standUp(world: World, accountId: string): Promise<void> {
  const sitting = world.sittings.get(accountId);
  if (!sitting) return;
  sitting.shifts -= 1;
  if (sitting.shifts > 0) return;
  if (world.random.below(VANISH_EVERY) === 0) {
    world.counts.vanished += 1;
    world.sittings.delete(accountId);
    // No page says goodbye: the last ping that was answered holds for as long as one does.
    await leaseUntil(world, sitting, leaseEnd(world.clock.now()));
    return;
  }
  await choose(world, sitting, 'busy');
  await goWhenDone(world, sitting);
}

function leaseUntil({ house }: World, { pageId }: Sitting, end: Date): Promise<void> {
  return extendLeases(house.parts.database.sql, new Map([[pageId, end]]));
}

async function goWhenDone(world: World, sitting: Sitting): Promise<void> {
  if (sitting.shifts > 0 || !isSeated(world, sitting)) return;
  const { open } = await world.house.parts.database.sql
    .selectFrom('chats')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('ownerId', '=', sitting.accountId)
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  if (open === 0) await go(world, sitting);
  else inSeconds(world, 60, () => goWhenDone(world, sitting));
}

async function go({ house, sittings }: World, sitting: Sitting): Promise<void> {
  sittings.delete(sitting.accountId);
  await endLease(house.parts, sitting);
}

async function pause(world: World, sitting: Sitting): Promise<void> {
  if (sitting.shifts === 0 || !isSeated(world, sitting)) return;
  await choose(world, sitting, 'away');
  inSeconds(world, aboutSeconds(world.random, 600), async () => {
    if (sitting.shifts === 0 || !isSeated(world, sitting)) return;
    await choose(world, sitting, 'available');
    await look(world, sitting);
  });
}

async function choose(
  { house }: World,
  { caller }: Sitting,
  state: 'available' | 'away' | 'busy',
): Promise<void> {
  await house.call(chooseState, { params: undefined, query: undefined, body: { state } }, caller);
}

/** It rings somewhere: a few of those who hear it look in a while, each at their own pace. */
export async function ring(world: World, chatId: string): Promise<void> {
  const hearing = await world.house.parts.database.sql
    .selectFrom('offers')
    .innerJoin('operatorQueues', 'operatorQueues.queueId', 'offers.queueId')
    .innerJoin('operators', 'operators.accountId', 'operatorQueues.accountId')
    .where('offers.chatId', '=', chatId)
    .where('offers.withdrawnAt', 'is', null)
    .where('operatorQueues.optedIn', '=', true)
    .where('operators.state', '=', 'available')
    .select('operatorQueues.accountId')
    .distinct()
    .orderBy('operatorQueues.accountId')
    .execute();
  const seated = hearing.flatMap(({ accountId }) => world.sittings.get(accountId) ?? []);
  const first = seated.length === 0 ? 0 : world.random.below(seated.length);
  for (const sitting of [...seated.slice(first), ...seated.slice(0, first)].slice(0, LOOKING)) {
    inSeconds(world, aboutSeconds(world.random, REACTION), () => look(world, sitting));
  }
}

/** Looks at the desk as it stands, and takes who waits longest of what rings. */
async function look(world: World, sitting: Sitting): Promise<void> {
  if (!isSeated(world, sitting) || sitting.shifts === 0) return;
  const { house, random } = world;
  const input = { params: undefined, query: undefined, body: undefined };
  const { status, body } = await house.call(listChats, input, sitting.caller);
  if (status !== 200) {
    world.broken.push(`A desk was not shown: ${status}`);
    return;
  }
  const waiting = body.items.find(({ state }) => state === 'waiting');
  if (!waiting) return;
  await take(world, sitting, waiting);
  // There may be room for another, in a moment.
  inSeconds(world, aboutSeconds(random, 40), () => look(world, sitting));
}

async function take(world: World, sitting: Sitting, waiting: StaffChat): Promise<void> {
  const params = { chatId: waiting.id };
  const input = { params, query: undefined, body: undefined };
  const { status, code } = await world.house.call(claimChat, input, sitting.caller);
  if (status === 200) return converse(world, sitting, waiting.id);
  if (code === 'claimed_by_other' || code === 'not_found' || code === 'chat_closed') {
    world.counts.lostRaces += 1;
    return;
  }
  if (code !== 'at_limit') world.broken.push(`A claim was answered with ${status} ${code}`);
}

function isSeated({ sittings }: World, sitting: Sitting): boolean {
  return sittings.get(sitting.accountId) === sitting;
}
