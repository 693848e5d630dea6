import { closeChat, readChat } from '#protocol/chats.ts';
import { acceptTransfer, declineTransfer, transferChat } from '#protocol/transfers.ts';
import { newId } from '../../server/platform/ids.ts';
import { say } from '../talk.ts';
import { leave } from './patrons.ts';
import { aboutSeconds, inSeconds, type Sitting, type World } from './world.ts';

/** Seconds of a conversation at the median, and between two of its turns. */
const DURATION = 540;
const TURN = 60;

/** Somebody has the chat: both talk for a while, then it ends, or goes on elsewhere. */
export async function converse(world: World, sitting: Sitting, chatId: string): Promise<void> {
  await say(world.house, chatId, sitting.caller, 'Good morning. I am looking at it now.');
  const until = world.clock.now().getTime() + aboutSeconds(world.random, DURATION) * 1_000;
  inSeconds(world, aboutSeconds(world.random, TURN), () => turn(world, sitting, chatId, until));
}

/** One says something. Whoever has lost the chat meanwhile says nothing more. */
async function turn(world: World, sitting: Sitting, chatId: string, until: number): Promise<void> {
  if (!(await has(world, sitting, chatId))) return;
  const { random, visits } = world;
  if (world.clock.now().getTime() >= until) return finish(world, sitting, chatId);
  const visit = visits.get(chatId);
  const byPatron = random.isTrue() && visit?.connectionId !== null;
  const caller = byPatron && visit ? visit.patron : sitting.caller;
  await say(world.house, chatId, caller, byPatron ? 'Thank you, and which floor?' : 'One moment.');
  inSeconds(world, aboutSeconds(random, TURN), () => turn(world, sitting, chatId, until));
}

async function has({ house, sittings }: World, sitting: Sitting, chatId: string): Promise<boolean> {
  if (sittings.get(sitting.accountId) !== sitting) return false;
  const chat = await house.parts.database.sql
    .selectFrom('chats')
    .select(['ownerId', 'state'])
    .where('id', '=', chatId)
    .executeTakeFirstOrThrow();
  return chat.state === 'active' && chat.ownerId === sitting.accountId;
}

/** In ten: one goes to a colleague, one to another place, the rest is answered or referred home. */
async function finish(world: World, sitting: Sitting, chatId: string): Promise<void> {
  const { random, visits } = world;
  const chance = random.below(20);
  if (chance === 0 && (await askColleague(world, sitting, chatId))) return;
  if (chance === 1 && (await passOn(world, sitting, chatId))) return;

  const visit = visits.get(chatId);
  const isForeign = visit !== undefined && visit.library.id !== sitting.library.id;
  // Three in ten co-op sessions end at home.
  const resolution = isForeign && random.below(10) < 3 ? 'followUpHome' : 'answered';
  const params = { chatId };
  const body = { clientId: newId(), resolution } as const;
  const input = { params, query: undefined, body };
  const { status, code } = await world.house.call(closeChat, input, sitting.caller);
  if (status !== 200) world.broken.push(`A closing was answered with ${status} ${code}`);
  if (visit) await leave(world, visit);
}

async function askColleague(world: World, sitting: Sitting, chatId: string): Promise<boolean> {
  const others = [...world.sittings.values()].filter((one) => one !== sitting && one.shifts > 0);
  const [colleague] = others.filter((one) => one.library === sitting.library);
  const asked = colleague ?? others[0];
  if (!asked) return false;
  const body = { clientId: newId(), accountId: asked.accountId };
  const input = { params: { chatId }, query: undefined, body };
  const { status } = await world.house.call(transferChat, input, sitting.caller);
  if (status !== 200) return false;
  world.counts.transfers += 1;
  inSeconds(world, aboutSeconds(world.random, 20), () => answer(world, asked, chatId));
  // Declined, or not answered: it is the sender's to finish.
  inSeconds(world, 120, () => turn(world, sitting, chatId, 0));
  return true;
}

async function answer(world: World, sitting: Sitting, chatId: string): Promise<void> {
  if (world.sittings.get(sitting.accountId) !== sitting) return;
  const input = { params: { chatId }, query: undefined, body: undefined };
  if (world.random.below(5) === 0) {
    await world.house.call(declineTransfer, input, sitting.caller);
    return;
  }
  const { status } = await world.house.call(acceptTransfer, input, sitting.caller);
  if (status === 200) await converse(world, sitting, chatId);
}

/** Home, for a patron of another library; else to the co-op. */
async function passOn(world: World, sitting: Sitting, chatId: string): Promise<boolean> {
  const visit = world.visits.get(chatId);
  if (!visit) return false;
  const isForeign = visit.library.id !== sitting.library.id;
  const target = isForeign ? { queueId: visit.library.queueId } : { coopId: world.town.coopId };
  const body = { clientId: newId(), ...target };
  const input = { params: { chatId }, query: undefined, body };
  const { status } = await world.house.call(transferChat, input, sitting.caller);
  if (status !== 200) return false;
  world.counts.transfers += 1;
  const read = { params: { chatId }, query: undefined, body: undefined };
  await world.house.call(readChat, read, sitting.caller);
  // A patron who has waited once waits less.
  inSeconds(world, 300 + aboutSeconds(world.random, 120), () => giveUp(world, chatId));
  return true;
}

async function giveUp(world: World, chatId: string): Promise<void> {
  const visit = world.visits.get(chatId);
  const chat = await world.house.parts.database.sql
    .selectFrom('chats')
    .select('state')
    .where('id', '=', chatId)
    .executeTakeFirstOrThrow();
  if (visit && chat.state === 'waiting') await leave(world, visit);
}
