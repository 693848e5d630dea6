import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#protocol/accounts.ts';
import { routeFeedback } from '../server/feedback/index.ts';
import { newId } from '../server/platform/ids.ts';
import { countChats, routeStatistics } from '../server/statistics/index.ts';
import { routeTranscripts } from '../server/transcripts/index.ts';
import {
  assign,
  makeAccount,
  makeCoop,
  makeInstitution,
  makeMember,
  makeQueue,
  makeWidget,
} from './factories.ts';
import { type StaffHeaders, staffHeaders, testFeatureApp, testParts } from './feature-app.ts';
import { makePastChat, type PastChat } from './past-chats.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeTranscripts(app, parts);
routeStatistics(app, parts);
routeFeedback(app, parts);

// Northfield, Harbour and Eastvale answer for each other in the co-op; Harbour and Southport in another.
const institutions = await map(['northfield', 'harbour', 'eastvale', 'southport'], (code) =>
  makeInstitution(sql, code),
);
const { northfield, harbour, eastvale, southport } = institutions;
const coop = await makeCoop(sql, 'Night Owls', [northfield, harbour, eastvale]);
const otherCoop = await makeCoop(sql, 'Larks', [harbour, southport, northfield]);
const queues = await map(['northfield', 'harbour', 'eastvale', 'southport'], (code) =>
  makeQueue(sql, { institutionId: institutions[code] }),
);
const lawQueue = await makeQueue(sql, { institutionId: northfield });
const coopQueue = await makeQueue(sql, { coopId: coop });
const otherCoopQueue = await makeQueue(sql, { coopId: otherCoop });
const widgets = await map(['northfield', 'harbour', 'eastvale', 'southport'], (code) =>
  makeWidget(sql, {
    institutionId: institutions[code],
    chain: [{ queueId: queues[code], waitSeconds: 20 }],
  }),
);

type Library = keyof typeof institutions;
type Level = 'regular' | 'institutionAdmin' | 'coopAdmin';

const person = async (
  username: string,
  library: Library,
  role: Role,
  level: Level | null,
): Promise<string> => {
  const accountId = await makeAccount(sql, {
    institutionId: institutions[library],
    username,
    role,
  });
  if (level) await makeMember(sql, { coopId: coop, accountId, level, optedInto: [] });
  return accountId;
};

const people = {
  sadie: await person('sadie', 'northfield', 'operator', 'regular'),
  omar: await person('omar', 'northfield', 'operator', null),
  ada: await person('ada', 'northfield', 'admin', 'institutionAdmin'),
  hana: await person('hana', 'harbour', 'operator', 'regular'),
  hugo: await person('hugo', 'harbour', 'operator', 'institutionAdmin'),
  muted: await person('muted', 'harbour', 'operator', 'coopAdmin'),
  eve: await person('eve', 'eastvale', 'admin', 'coopAdmin'),
  sam: await person('sam', 'southport', 'admin', null),
  // Answered while she worked at Harbour, and works at Eastvale now, without a level.
  mara: await person('mara', 'eastvale', 'operator', null),
  // Once a member; her account was deleted since.
  rosa: await person('rosa', 'harbour', 'operator', null),
  olga: await person('olga', 'southport', 'owner', null),
};
type Person = keyof typeof people;

await assign(sql, { queueId: queues.northfield, accountId: people.sadie, optedIn: true });
await assign(sql, { queueId: lawQueue, accountId: people.omar, optedIn: true });
await assign(sql, { queueId: queues.southport, accountId: people.omar, optedIn: true });
await makeMember(sql, {
  coopId: otherCoop,
  accountId: people.sam,
  level: 'coopAdmin',
  optedInto: [],
});
await sql
  .updateTable('accounts')
  .set({ chatAccess: false })
  .where('id', '=', people.muted)
  .execute();

let minute = 0;
/** A chat of a library's patron, each a minute after the one before. */
async function chat(library: Library, rest: Partial<PastChat>): Promise<string> {
  minute += 1;
  const id = await makePastChat(sql, {
    institutionId: institutions[library],
    widgetId: widgets[library],
    queueId: queues[library],
    openedAt: new Date(Date.UTC(2026, 2, 2, 9, minute)),
    ...rest,
  });
  const rated = {
    chatId: id,
    rating: 4,
    comment: 'Thanks',
    ratedAt: new Date('2026-03-02T12:00:00Z'),
  };
  if (!rest.practisedBy) await sql.insertInto('feedback').values(rated).execute();
  return id;
}

const by = (name: Person, library: Library) => [
  { accountId: people[name], institutionId: institutions[library], after: 30 },
];
const through = { queueId: coopQueue, coops: [{ coopId: coop, through: true }] };
const inVain = { coops: [{ coopId: coop, through: false }] };

const chats = {
  local: await chat('northfield', { answeredBy: by('sadie', 'northfield') }),
  law: await chat('northfield', { queueId: lawQueue, answeredBy: by('omar', 'northfield') }),
  answeredByHarbour: await chat('northfield', {
    ...through,
    offeredTo: [queues.northfield],
    answeredBy: by('hana', 'harbour'),
  }),
  answeredByNorthfield: await chat('harbour', {
    ...through,
    answeredBy: by('sadie', 'northfield'),
  }),
  answeredByBoth: await chat('eastvale', {
    ...through,
    answeredBy: [...by('hana', 'harbour'), ...by('hugo', 'harbour'), ...by('sadie', 'northfield')],
  }),
  unanswered: await chat('northfield', inVain),
  stillWaiting: await chat('harbour', { ...inVain, closedAfter: null }),
  offeredThenLocal: await chat('northfield', { ...inVain, answeredBy: by('omar', 'northfield') }),
  byMara: await chat('northfield', { ...through, answeredBy: by('mara', 'harbour') }),
  byRosa: await chat('eastvale', { ...through, answeredBy: by('rosa', 'harbour') }),
  otherCoop: await chat('harbour', {
    queueId: otherCoopQueue,
    coops: [{ coopId: otherCoop, through: true }],
    answeredBy: by('sadie', 'northfield'),
  }),
  running: await chat('harbour', {
    ...through,
    answeredBy: by('eve', 'eastvale'),
    closedAfter: null,
  }),
  strange: await chat('southport', { answeredBy: by('sam', 'southport') }),
  // Of where she worked before, and of a desk that he lends a hand at.
  maraAtHarbour: await chat('harbour', { answeredBy: by('mara', 'harbour') }),
  lent: await chat('southport', { answeredBy: by('omar', 'northfield') }),
};
type Chat = keyof typeof chats;
const practice = await chat('northfield', {
  answeredBy: by('sadie', 'northfield'),
  practisedBy: people.sadie,
});

let headers: Record<Person, StaffHeaders>;
beforeAll(async () => {
  headers = await map(Object.keys(people) as Person[], (name) => staffHeaders(parts, people[name]));
});

const inNorthfield: Chat[] = [
  'local',
  'law',
  'answeredByHarbour',
  'unanswered',
  'offeredThenLocal',
  'byMara',
];
const inCoop: Chat[] = [
  'answeredByHarbour',
  'answeredByNorthfield',
  'answeredByBoth',
  'unanswered',
  'stillWaiting',
  'byMara',
  'byRosa',
  'running',
];
const byHarbour: Chat[] = ['answeredByHarbour', 'answeredByBoth', 'byMara', 'byRosa'];
const NOT_THERE = null;

/** Who finds what where; null: 404. */
const TABLE: readonly (readonly [Person, string, readonly Chat[] | null])[] = [
  // A library's own patrons, whoever answered.
  ['ada', `institution:${northfield}`, inNorthfield],
  [
    'sadie',
    `institution:${northfield}`,
    ['local', 'answeredByHarbour', 'unanswered', 'offeredThenLocal'],
  ],
  ['omar', `institution:${northfield}`, ['law', 'offeredThenLocal']],
  ['hana', `institution:${harbour}`, []],
  ['eve', `institution:${eastvale}`, ['answeredByBoth', 'byRosa']],
  ['olga', `institution:${northfield}`, inNorthfield],
  ['ada', `institution:${harbour}`, NOT_THERE],
  ['eve', `institution:${northfield}`, NOT_THERE],
  ['sam', `institution:${northfield}`, NOT_THERE],
  ['sam', `institution:${southport}`, ['strange', 'lent']],
  ['olga', `institution:${newId()}`, NOT_THERE],
  // The co-op, as far as the level reaches.
  ['sadie', `coop:${coop}`, ['answeredByNorthfield', 'answeredByBoth']],
  ['hana', `coop:${coop}`, ['answeredByHarbour', 'answeredByBoth']],
  ['hugo', `coop:${coop}`, byHarbour],
  ['ada', `coop:${coop}`, ['answeredByNorthfield', 'answeredByBoth']],
  ['eve', `coop:${coop}`, inCoop],
  ['olga', `coop:${coop}`, inCoop],
  ['omar', `coop:${coop}`, NOT_THERE],
  ['mara', `coop:${coop}`, NOT_THERE],
  ['muted', `coop:${coop}`, NOT_THERE],
  ['sam', `coop:${coop}`, NOT_THERE],
  ['sam', `coop:${otherCoop}`, ['otherCoop']],
  ['eve', `coop:${otherCoop}`, NOT_THERE],
  ['olga', `coop:${newId()}`, NOT_THERE],
  // What one answered oneself.
  // Not what came through the other co-op, where she has no level.
  ['sadie', 'mine', ['local', 'answeredByNorthfield', 'answeredByBoth']],
  ['omar', 'mine', ['law', 'offeredThenLocal', 'lent']],
  ['hana', 'mine', ['answeredByHarbour', 'answeredByBoth']],
  ['hugo', 'mine', ['answeredByBoth']],
  ['eve', 'mine', ['running']],
  ['mara', 'mine', []],
  ['rosa', 'mine', []],
  ['ada', 'mine', []],
  ['sam', 'mine', ['strange']],
  ['olga', 'mine', []],
];

const rows = TABLE.map(([name, scope, found]) => ({ name, scope, told: named(scope), found }));

function get(name: Person, url: string) {
  return app.inject({ url: `/api/v1${url}`, headers: headers[name] });
}

async function listed(name: Person, path: string, query: string): Promise<Chat[] | null> {
  const answer = await get(name, `${path}?${query}`);
  if (answer.statusCode === 404) return NOT_THERE;
  expect(answer.statusCode).toBe(200);
  return answer.json().items.map(({ chatId }: { chatId: string }) => nameOf(chatId));
}

const sorted = (found: readonly Chat[] | null) => found && [...found].sort();

const STAGES: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['as they stand', async () => undefined],
  ['once they are counted', () => countChats(parts)],
];

describe.each(STAGES)('chats, %s,', (_, prepare) => {
  beforeAll(prepare);

  test.each(rows)('are listed to $name in $told', async ({ name, scope, found }) => {
    const list = await listed(name, '/transcripts', `scope=${scope}`);
    expect(sorted(list)).toEqual(sorted(found));
    expect(new Set(list).size).toBe(list?.length ?? 0);
  });

  test.each(rows)('are counted for $name in $told', async ({ name, scope, found }) => {
    const answer = await get(name, `/statistics?scope=${scope}`);
    expect(answer.statusCode).toBe(found ? 200 : 404);
    if (!found) return;
    const isAnswered = (one: Chat) => one !== 'unanswered' && one !== 'stillWaiting';
    expect(answer.json().total).toMatchObject({
      chats: found.length,
      answered: found.filter(isAnswered).length,
      great: found.length,
    });
  });

  test.each(rows)(
    'are told of in the feedback to $name in $told',
    async ({ name, scope, found }) => {
      expect(sorted(await listed(name, '/feedback', `scope=${scope}`))).toEqual(sorted(found));
    },
  );

  test.each(rows)('go into the files of $name in $told', async ({ name, scope, found }) => {
    for (const path of ['/transcripts/export', '/feedback/export', '/statistics/export']) {
      const answer = await get(name, `${path}?scope=${scope}`);
      expect(answer.statusCode).toBe(found ? 200 : 404);
      if (!found || path === '/statistics/export') continue;
      const inFile = Object.entries(chats).filter(([, id]) => answer.body.includes(id));
      expect(sorted(inFile.map(([key]) => key as Chat))).toEqual(sorted(found));
    }
  });
});

describe('a transcript', () => {
  const named = Object.keys(people) as Person[];
  const readable = (name: Person) =>
    new Set(rows.filter((row) => row.name === name).flatMap(({ found }) => found ?? []));

  test.each(named)(
    'is read by %s where a scope of theirs has it, and else not there',
    async (name) => {
      const found: Chat[] = [];
      for (const [key, id] of Object.entries(chats)) {
        const { statusCode } = await get(name, `/transcripts/${id}`);
        expect([200, 404]).toContain(statusCode);
        if (statusCode === 200) found.push(key as Chat);
      }
      const all = name === 'olga' ? Object.keys(chats) : [...readable(name)];
      expect(sorted(found)).toEqual(sorted(all as Chat[]));
    },
  );

  test('that does not exist is not there for the owner either', async () => {
    expect((await get('olga', `/transcripts/${newId()}`)).statusCode).toBe(404);
  });

  test('of practice is nobody’s', async () => {
    for (const name of ['sadie', 'ada', 'olga'] as const)
      expect((await get(name, `/transcripts/${practice}`)).statusCode).toBe(404);
  });
});

describe('operators who see their own chats only', () => {
  const setOperatorsSee = async (operatorsSee: 'own' | 'queues'): Promise<void> => {
    const northfields = sql.updateTable('institutions').where('id', '=', northfield);
    await northfields.set({ operatorsSee }).execute();
  };
  beforeAll(() => setOperatorsSee('own'));
  afterAll(() => setOperatorsSee('queues'));

  test.each([
    ['sadie', ['local']],
    ['omar', ['law', 'offeredThenLocal']],
    ['ada', inNorthfield],
  ] as const)('%s finds %j', async (name, found) => {
    const scope = `scope=institution:${northfield}`;
    expect(sorted(await listed(name, '/transcripts', scope))).toEqual(sorted(found));
    const { total } = (await get(name, `/statistics?${scope}`)).json();
    expect(total.chats).toBe(found.length);
  });
});

describe('a level', () => {
  test('that was taken away takes its chats along, and leaves them to the admins', async () => {
    const membership = { coopId: coop, accountId: people.hana };
    const remove = sql
      .deleteFrom('coopMemberships')
      .where('coopId', '=', coop)
      .where('accountId', '=', people.hana);
    await remove.execute();
    expect(await listed('hana', '/transcripts', `scope=coop:${coop}`)).toBe(NOT_THERE);
    expect(await listed('hana', '/transcripts', 'scope=mine')).toEqual([]);
    expect(await listed('hugo', '/transcripts', `scope=coop:${coop}`)).toContain(
      'answeredByHarbour',
    );
    expect(await listed('eve', '/transcripts', `scope=coop:${coop}`)).toContain(
      'answeredByHarbour',
    );

    await makeMember(sql, { ...membership, level: 'institutionAdmin', optedInto: [] });
    expect(sorted(await listed('hana', '/transcripts', `scope=coop:${coop}`))).toEqual(
      sorted(byHarbour),
    );
    await remove.execute();
    await makeMember(sql, { ...membership, level: 'regular', optedInto: [] });
  });
});

describe('a list is narrowed by', () => {
  const cases: readonly (readonly [string, Person, string, readonly Chat[]])[] = [
    ['a queue', 'eve', `coop:${coop}&queueId=${queues.northfield}`, ['unanswered']],
    ['who answered', 'eve', `coop:${coop}&operatorId=${people.hugo}`, ['answeredByBoth']],
    [
      'the home institution',
      'eve',
      `coop:${coop}&institutionId=${eastvale}`,
      ['answeredByBoth', 'byRosa'],
    ],
    [
      'the institution that answered',
      'ada',
      `institution:${northfield}&answeringInstitutionId=${harbour}`,
      ['answeredByHarbour', 'byMara'],
    ],
    [
      'a co-op',
      'ada',
      `institution:${northfield}&coopId=${coop}`,
      ['answeredByHarbour', 'unanswered', 'byMara'],
    ],
    [
      'nobody having answered',
      'eve',
      `coop:${coop}&state=unanswered`,
      ['unanswered', 'stillWaiting'],
    ],
    ['somebody having answered', 'hugo', `coop:${coop}&state=answered`, byHarbour],
    ['a rating that nobody gave', 'eve', `coop:${coop}&rating=1`, []],
    [
      'time',
      'ada',
      `institution:${northfield}&from=2026-03-02T09:02:00Z&to=2026-03-02T09:03:00.000Z`,
      ['law'],
    ],
    ['days of the library’s own clock', 'ada', `institution:${northfield}&from=2026-03-03`, []],
    // Another's chats are not found by their operator's or their queue's id either.
    ['what is out of reach', 'hana', `coop:${coop}&operatorId=${people.eve}`, []],
    ['a queue out of reach', 'omar', `institution:${northfield}&queueId=${queues.harbour}`, []],
  ];
  test.each(cases)('%s, and its counts alike', async (_, name, query, found) => {
    for (const path of ['/transcripts', '/feedback'])
      expect(sorted(await listed(name, path, `scope=${query}`))).toEqual(sorted(found));
    const { total } = (await get(name, `/statistics?scope=${query}`)).json();
    expect(total.chats).toBe(found.length);
  });

  test('pages, which together are the list', async () => {
    const all: Chat[] = [];
    let cursor = '';
    do {
      const answer = await get('eve', `/transcripts?scope=coop:${coop}&limit=3${cursor}`);
      const { items, nextCursor } = answer.json();
      expect(items.length).toBeLessThanOrEqual(3);
      all.push(...items.map(({ chatId }: { chatId: string }) => nameOf(chatId)));
      cursor = nextCursor === null ? '' : `&cursor=${nextCursor}`;
    } while (cursor !== '');
    expect(all).toEqual(await listed('eve', '/transcripts', `scope=coop:${coop}`));
    expect(all).toHaveLength(inCoop.length);
  });
});

test.each([
  ['', 400],
  ['scope=all', 422],
  ['scope=coop:1', 422],
  [`scope=mine&from=yesterday`, 400],
  ['scope=mine&rating=9', 422],
  ['scope=mine&state=lost', 400],
  ['scope=mine&cursor=x', 400],
])('a list asked for by %j is refused', async (query, status) => {
  expect((await get('sadie', `/transcripts?${query}`)).statusCode).toBe(status);
});

async function map<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Promise<Value>,
): Promise<Record<Key, Value>> {
  const entries: [Key, Value][] = [];
  for (const key of keys) entries.push([key, await make(key)]);
  return Object.fromEntries(entries) as Record<Key, Value>;
}

function nameOf(chatId: string): Chat {
  const found = Object.entries(chats).find(([, id]) => id === chatId);
  if (!found) throw new Error(`A chat that nobody should find: ${chatId}`);
  return found[0] as Chat;
}

function named(scope: string): string {
  const [kind, id] = scope.split(':');
  const library = Object.entries(institutions).find(([, known]) => known === id)?.[0];
  const coops: Record<string, string> = { [coop]: 'the co-op', [otherCoop]: 'the other co-op' };
  return id === undefined ? 'their own' : (library ?? coops[id] ?? `no ${kind}`);
}
