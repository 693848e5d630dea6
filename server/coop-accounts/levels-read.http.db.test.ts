import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#protocol/accounts.ts';
import { readChat } from '#protocol/chats.ts';
import { giveFeedback, listFeedback } from '#protocol/feedback.ts';
import type { Level } from '#protocol/levels.ts';
import { readStatistics } from '#protocol/statistics.ts';
import { listTranscripts, readTranscript } from '#protocol/transcripts.ts';
import {
  assign,
  makeAccount,
  makeCoop,
  makeInstitution,
  makeMember,
  makeQueue,
  makeWidget,
  setLimit,
} from '../../test/factories.ts';
import { type Caller, testHouse } from '../../test/house.ts';
import { ask, claim, close } from '../../test/talk.ts';

/**
 * What each level reads of the co-op's chats, cell by cell, over HTTP: every actor by every chat. As
 * in `test/coop-levels.ts`, what is expected is told in other words than the code's.
 */

const { house, sql } = await testHouse();

const northfield = await makeInstitution(sql, 'northfield');
const harbour = await makeInstitution(sql, 'harbour');
const eastvale = await makeInstitution(sql, 'eastvale');
const coopId = await makeCoop(sql, 'Night Owls', [northfield, harbour]);
const otherCoopId = await makeCoop(sql, 'Day Birds', [northfield, eastvale]);
const coopQueueId = await makeQueue(sql, { coopId });
const otherQueueId = await makeQueue(sql, { coopId: otherCoopId });
const localQueueId = await makeQueue(sql, { institutionId: northfield });
// So that operators read at home what they answered, and nothing by a queue.
await sql.updateTable('institutions').set({ operatorsSee: 'own' }).execute();

interface Actor {
  readonly accountId: string;
  readonly home: string;
  readonly role: Role;
  /** Undefined: the co-op is not there for them, once all chats are over. */
  readonly acts: Level | undefined;
}

async function person(
  username: string,
  home: string,
  acts: Level | undefined,
  role: Role = 'operator',
): Promise<Actor> {
  const accountId = await makeAccount(sql, { institutionId: home, username, role });
  await setLimit(sql, accountId, 50);
  const optedInto = [coopQueueId];
  if (acts && role !== 'owner')
    await makeMember(sql, { coopId, accountId, level: acts, optedInto });
  return { accountId, home, role, acts };
}

const ACTORS = {
  'the owner': await person('olga', eastvale, 'coopAdmin', 'owner'),
  'a Regular': await person('rosa', northfield, 'regular'),
  'another Regular': await person('raul', northfield, 'regular'),
  'a Regular of the other library': await person('hana', harbour, 'regular'),
  'a Regular who is admin at home': await person('ada', northfield, 'regular', 'admin'),
  'an Institution Admin': await person('iris', northfield, 'institutionAdmin'),
  'an Institution Admin of the other library': await person('hugo', harbour, 'institutionAdmin'),
  'a Co-Op Admin': await person('cora', northfield, 'coopAdmin'),
  'an admin at home without a level': await person('noor', northfield, undefined, 'admin'),
  'an operator without a level': await person('lena', northfield, undefined),
  'a Co-Op Admin of another co-op': await person('eve', eastvale, undefined),
  'who was removed': { ...(await person('rhea', northfield, 'regular')), acts: undefined },
  'a Co-Op Admin without chat access': {
    ...(await person('carl', northfield, 'coopAdmin')),
    acts: undefined,
  },
  'who moved to the other library and was added there': {
    ...(await person('mona', northfield, 'regular')),
    home: harbour,
  },
  'a stranger': await person('stan', eastvale, undefined),
} satisfies Record<string, Actor>;
type Name = keyof typeof ACTORS;
const NAMES = Object.keys(ACTORS) as Name[];

/** A chat, with whose patron it was, and who answered it from where; `through` no co-op, ours or the other. */
interface Told {
  chatId: string;
  readonly home: string;
  readonly by: Name | undefined;
  readonly from: string | undefined;
  readonly through: 'ours' | 'other' | 'local';
}

const told = (
  home: string,
  by?: Name,
  through: Told['through'] = 'ours',
  from: string | undefined = by && ACTORS[by].home,
): Told => ({ chatId: '', home, by, from, through });

const MOVED = 'who moved to the other library and was added there';
const CHATS = {
  'Harbour’s, answered by a Regular': told(harbour, 'a Regular'),
  'Harbour’s, answered by another Regular': told(harbour, 'another Regular'),
  'Northfield’s, answered by a Regular of Harbour': told(
    northfield,
    'a Regular of the other library',
  ),
  'Harbour’s, answered by an Institution Admin': told(harbour, 'an Institution Admin'),
  'Northfield’s own, answered by a Co-Op Admin': told(northfield, 'a Co-Op Admin'),
  'Northfield’s, answered by nobody': told(northfield),
  'Harbour’s, answered by nobody': told(harbour),
  'Harbour’s, answered by who was removed': told(harbour, 'who was removed'),
  'Harbour’s, answered by who lost chat access': told(harbour, 'a Co-Op Admin without chat access'),
  'Northfield’s, answered by who lost chat access': told(
    northfield,
    'a Co-Op Admin without chat access',
  ),
  'Harbour’s, answered from Northfield by who moved': told(harbour, MOVED, 'ours', northfield),
  'Northfield’s, answered at its own desk': told(northfield, 'a Regular', 'local'),
  'Northfield’s, answered in another co-op': told(
    northfield,
    'a Co-Op Admin of another co-op',
    'other',
  ),
} satisfies Record<string, Told>;
const told_ = Object.entries<Told>(CHATS);

/* The rule, as it is told to librarians. */

/** By the level in the co-op. */
function inCoop({ acts, accountId, home }: Actor, chat: Told): boolean {
  if (chat.through !== 'ours') return false;
  if (acts === 'coopAdmin') return true;
  if (acts === 'institutionAdmin') return chat.from === home;
  return acts === 'regular' && chat.by !== undefined && ACTORS[chat.by].accountId === accountId;
}

/** In the local pages: of one's own patrons, whoever answered; for operators here, what they answered. */
function atHome({ role, accountId, home }: Actor, chat: Told): boolean {
  if (role === 'owner') return true;
  if (chat.home !== home) return false;
  return role === 'admin' || (chat.by !== undefined && ACTORS[chat.by].accountId === accountId);
}

/** In another co-op, where its Co-Op Admin has a level. */
const elsewhere = (name: Name, chat: Told): boolean =>
  name === 'a Co-Op Admin of another co-op' && chat.through === 'other';

/** At the desk, which is closed without chat access: by role at home, what one answered, and what rings. */
function atDesk(name: Name, chat: Told): boolean {
  const actor: Actor = ACTORS[name];
  const isHome = chat.home === actor.home;
  if (actor.role === 'owner' || (actor.role === 'admin' && isHome)) return true;
  if (name === 'a Co-Op Admin without chat access') return false;
  const isThere = chat.through === 'ours' && actor.acts !== undefined;
  if (chat.by === undefined) return isThere;
  const isOwn = ACTORS[chat.by].accountId === actor.accountId;
  return isOwn && (isHome || isThere || elsewhere(name, chat));
}

const callers = {} as Record<Name, Caller>;
beforeAll(async () => {
  const eve = ACTORS['a Co-Op Admin of another co-op'].accountId;
  await makeMember(sql, {
    coopId: otherCoopId,
    accountId: eve,
    level: 'coopAdmin',
    optedInto: [otherQueueId],
  });
  await assign(sql, {
    queueId: localQueueId,
    accountId: ACTORS['a Regular'].accountId,
    optedIn: true,
  });
  for (const name of NAMES) callers[name] = await house.staff(ACTORS[name].accountId);
  for (const [, chat] of told_) await hold(chat);
  await house.passes(2);

  // Afterwards: one removed, one without chat access, one moved.
  const removed = ACTORS['who was removed'].accountId;
  await sql.deleteFrom('coopMemberships').where('accountId', '=', removed).execute();
  await sql
    .updateTable('accounts')
    .set({ chatAccess: false })
    .where('id', '=', ACTORS['a Co-Op Admin without chat access'].accountId)
    .execute();
  await sql
    .updateTable('accounts')
    .set({ institutionId: harbour })
    .where('id', '=', ACTORS[MOVED].accountId)
    .execute();
});

/** A patron asks, somebody answers or nobody does, the patron says what they think of it. */
async function hold(chat: Told): Promise<void> {
  const step = {
    ours: { coopId, waitSeconds: 30 },
    other: { coopId: otherCoopId, waitSeconds: 30 },
    local: { queueId: localQueueId, waitSeconds: 30 },
  }[chat.through];
  const widgetId = await makeWidget(sql, { institutionId: chat.home, chain: [step] });
  const { chatId, patron } = await ask(house, widgetId, 'Do you lend maps?');
  chat.chatId = chatId;
  if (!chat.by) return;
  expect((await claim(house, chatId, callers[chat.by])).status).toBe(200);
  expect((await close(house, chatId, callers[chat.by])).status).toBe(200);
  const rating = { params: { chatId }, body: { rating: 4 } };
  expect((await house.call(giveFeedback, rating as never, patron)).status).toBe(200);
}

const namesOf = (judge: (chat: Told) => boolean) =>
  told_.filter(([, chat]) => judge(chat)).map(([name]) => name);
const namesOfIds = (ids: readonly string[]) => namesOf(({ chatId }) => ids.includes(chatId));

describe.each(NAMES)('%s', (name) => {
  const actor = ACTORS[name];
  const query = { scope: `coop:${coopId}`, limit: 200 };
  const status = actor.acts ? 200 : 404;
  const expected = () => namesOf((chat) => inCoop(actor, chat));

  test('finds these transcripts in the co-op', async () => {
    const answer = await house.call(listTranscripts, { query } as never, callers[name]);
    expect(answer.status).toBe(status);
    if (status === 200)
      expect(namesOfIds(answer.body.items.map(({ chatId }) => chatId))).toEqual(expected());
  });

  test('opens these, by the co-op, at home or elsewhere, and finds no other', async () => {
    const opened: string[] = [];
    for (const [chatName, { chatId }] of told_) {
      const answer = await house.call(
        readTranscript,
        { params: { chatId } } as never,
        callers[name],
      );
      expect([200, 404]).toContain(answer.status);
      if (answer.status === 200) opened.push(chatName);
    }
    expect(opened).toEqual(
      namesOf((chat) => inCoop(actor, chat) || atHome(actor, chat) || elsewhere(name, chat)),
    );
  });

  test('reads these at the desk, and finds no other', async () => {
    const read: string[] = [];
    for (const [chatName, { chatId }] of told_) {
      const input = { params: { chatId } };
      const answer = await house.call(readChat, input as never, callers[name]);
      expect([200, 404]).toContain(answer.status);
      if (answer.status === 200) read.push(chatName);
    }
    expect(read).toEqual(namesOf((chat) => atDesk(name, chat)));
  });

  test('counts these', async () => {
    const answer = await house.call(readStatistics, { query } as never, callers[name]);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.body.total.chats).toBe(expected().length);
  });

  test('reads what was thought of these', async () => {
    const answer = await house.call(listFeedback, { query } as never, callers[name]);
    expect(answer.status).toBe(status);
    if (status === 200)
      expect(namesOfIds(answer.body.items.map(({ chatId }) => chatId))).toEqual(
        namesOf((chat) => inCoop(actor, chat) && chat.by !== undefined),
      );
  });
});
