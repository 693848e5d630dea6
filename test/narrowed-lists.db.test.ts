import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMember } from './factories.ts';
import type { Person } from './four-libraries.ts';
import { type Chat, openReachedChats, sorted } from './reached-chats.ts';

const { sql, institutions, coop, queues, people, get, listed, nameOf, ...here } =
  await openReachedChats();
const { inNorthfield, inCoop, byHarbour } = here;
const { northfield, harbour, eastvale } = institutions;
const NOT_THERE = null;

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
