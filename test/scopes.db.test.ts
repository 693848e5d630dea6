import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '#protocol/endpoint.ts';
import type { compareStatistics } from '#protocol/statistics.ts';
import { newId } from '../server/platform/ids.ts';
import { countChats } from '../server/statistics/index.ts';
import type { Person } from './four-libraries.ts';
import { type Chat, openReachedChats, sorted } from './reached-chats.ts';

const { parts, institutions, coop, otherCoop, people, chats, practice, get, listed, ...here } =
  await openReachedChats();
const { inNorthfield, inCoop, byHarbour } = here;
const { northfield, harbour, eastvale, southport } = institutions;
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
    'are compared for $name in $told, as in the file',
    async ({ name, scope, found }) => {
      for (const by of ['library', 'queue'] as const) {
        const query = `scope=${scope}&by=${by}`;
        const answer = await get(name, `/statistics/compared?${query}`);
        const file = await get(name, `/statistics/compared/export?${query}`);
        expect([answer.statusCode, file.statusCode]).toEqual(found ? [200, 200] : [404, 404]);
        if (!found) continue;
        const { items } = answer.json() as Answer<typeof compareStatistics>;
        expect(items.reduce((sum, item) => sum + item.chats, 0)).toBe(found.length);
        const [heading, ...lines] = file.body.trimEnd().split('\r\n');
        expect(heading).toBe(
          `${by},chats,answered,missed,abandoned,waitMean,durationMean,messages,referred,rated,pleasedShare,answeredElsewhere`,
        );
        expect(lines.map((line) => line.split(',').slice(0, 3))).toEqual(
          items.map((item) => [item.name, String(item.chats), String(item.answered)]),
        );
      }
    },
  );

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

/** The scope, as a test's name tells it. */
function named(scope: string): string {
  const [kind, id] = scope.split(':');
  const library = Object.entries(institutions).find(([, known]) => known === id)?.[0];
  const coops: Record<string, string> = { [coop]: 'the co-op', [otherCoop]: 'the other co-op' };
  return id === undefined ? 'their own' : (library ?? coops[id] ?? `no ${kind}`);
}
