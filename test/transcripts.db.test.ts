import { beforeAll, describe, expect, test } from 'vitest';
import type { Transcript } from '#protocol/transcripts.ts';
import { countChats } from '../server/statistics/index.ts';
import { type Name, openAfterwards } from './afterwards.ts';
import type { PastChat } from './past-chats.ts';
import { statementsOf } from './statements.ts';

const { parts, sql, libraries, atNorthfield, call } = await openAfterwards();
const { northfield } = libraries.institutions;

/** A patron and Sadie in turn. */
const say = (texts: readonly string[], rest: Partial<PastChat> = {}) =>
  atNorthfield({
    answeredBy: [{ accountId: libraries.sadie, institutionId: northfield, after: 20 }],
    said: texts.map((text, n) => ({ by: n % 2 === 0 ? null : libraries.sadie, after: n, text })),
    ...rest,
  });

const chats = {
  maps: await say(['Where are the maps of 1850?', 'In the map room, on the second floor.']),
  loan: await say(['Can I renew an interlibrary loan?', 'Yes: <b>twice</b>, online.']),
  accents: await say(['Où est la bibliothèque de droit ?', 'Près de la gare.']),
  running: await say(['Is the microfilm reader free?'], { closedAfter: null }),
  formula: await say(['=1+1'], { patronName: '=cmd|calc', patronEmail: 'sam@example.org' }),
  signs: await say(['a private \ue000sign\ue001 stays no mark of ours']),
};
type Chat = keyof typeof chats;

const get = (path: string, name: Name = 'ada') => call(name, 'GET', path);

async function search(q: string): Promise<Transcript[]> {
  const scope = `institution:${northfield}`;
  const answer = await get(`/transcripts?scope=${scope}&q=${encodeURIComponent(q)}`);
  expect(answer.statusCode).toBe(200);
  return answer.json().items;
}

const everything = Object.keys(chats) as Chat[];
const namesOf = (items: readonly Transcript[]) =>
  everything.filter((name) => items.some(({ chatId }) => chatId === chats[name]));

const SEARCHES: readonly (readonly [string, readonly Chat[]])[] = [
  ['maps', ['maps']],
  ['MAPS', ['maps']],
  ['second floor', ['maps']],
  ['"second floor"', ['maps']],
  ['"floor second"', []],
  ['maps loan', []],
  ['inter', ['loan']],
  ['renew -maps', ['loan']],
  ['-maps', ['loan', 'accents', 'running', 'formula', 'signs']],
  ['-maps -loan -"nowhere else"', ['accents', 'running', 'formula', 'signs']],
  ['bibliothèque', ['accents']],
  ['microfilm', ['running']],
  ['nowhere', []],
  // What breaks searches elsewhere: quotes, operators, comments, wildcards, format and escape signs.
  ["'; drop table chats; --", []],
  ["maps' or '1'='1", []],
  ['maps & | ! <-> ( :*', ['maps']],
  ['"unclosed', []],
  ['%', []],
  ['\\', []],
  ['$9', []],
  ['🙂', []],
  ['', everything],
  ['   ', everything],
];

const STAGES: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['before they are counted', async () => undefined],
  ['once they are counted', () => countChats(parts)],
];

describe.each(STAGES)('chats, %s,', (_, prepare) => {
  beforeAll(prepare);

  test.each(SEARCHES)('are searched for %j', async (q, found) => {
    expect(namesOf(await search(q))).toEqual(found);
  });

  test.each(SEARCHES)('are counted for %j, of the period that was asked for', async (q, found) => {
    const counted = async (period: string) => {
      const query = `scope=institution:${northfield}&q=${encodeURIComponent(q)}${period}`;
      return (await get(`/statistics?${query}`)).json().total.chats;
    };
    expect(await counted('')).toBe(found.length);
    expect(await counted('&from=2026-03-01&to=2026-03-04')).toBe(found.length);
    expect(await counted('&from=2026-03-04')).toBe(0);
    expect(await counted('&to=2026-03-01')).toBe(0);
  });
});

describe('a passage', () => {
  test('shows the words that were found, and what stands around them', async () => {
    const [item] = await search('second');
    expect(item?.snippet).toContainEqual({ text: 'second', found: true });
    const whole = (item?.snippet ?? []).map(({ text }) => text).join('');
    expect(whole).toContain('on the second floor');
  });

  test('has no tag of what was said', async () => {
    const [item] = await search('twice');
    const whole = (item?.snippet ?? []).map(({ text }) => text).join('');
    expect(whole).toContain('twice');
    expect(whole).not.toContain('<');
  });

  test('takes no sign of the text for a mark of its own', async () => {
    const [item] = await search('private');
    const found = item?.snippet?.filter((part) => part.found);
    expect(found).toEqual([{ text: 'private', found: true }]);
  });

  test('is there for a search alone', async () => {
    for (const item of await search('')) expect(item.snippet).toBeNull();
  });
});

describe('the file', () => {
  test('has a line for each chat, and no cell that a spreadsheet runs', async () => {
    const answer = await get(`/transcripts/export?scope=institution:${northfield}`);
    expect(answer.headers['content-type']).toContain('text/csv');
    const lines = answer.body.trim().split('\r\n');
    expect(lines).toHaveLength(1 + everything.length);
    expect(answer.body).toContain("'=cmd|calc,'=1+1");
    expect(answer.body).not.toMatch(/(^|,)"?[=+@-][^,]/m);
  });

  test('is written down in the audit log, and a refused one is not', async () => {
    const exporters = () =>
      sql
        .selectFrom('audit')
        .select('actorId')
        .where('action', '=', 'export.transcripts')
        .execute();
    const before = await exporters();
    const path = `/transcripts/export?scope=institution:${northfield}`;
    expect((await get(path, 'eve')).statusCode).toBe(404);
    expect(await exporters()).toEqual(before);
    await get(path);
    expect(await exporters()).toEqual([...before, { actorId: libraries.ada }]);
  });

  test.each(['second', 'bibliothèque', 'private', 'nowhere'])(
    'searched for %j has those lines of the whole one that were found',
    async (q) => {
      const linesOf = async (query: string) => {
        const path = `/transcripts/export?scope=institution:${northfield}${query}`;
        return (await get(path)).body.trimEnd().split('\r\n');
      };
      const ids = (await search(q)).map(({ chatId }) => chatId);
      const [columns, ...all] = await linesOf('');
      const found = all.filter((line) => ids.some((id) => line.includes(id)));
      expect(found).toHaveLength(ids.length);
      const told = await statementsOf(async () => {
        expect(await linesOf(`&q=${encodeURIComponent(q)}`)).toEqual([columns, ...found]);
      });
      expect(told.join()).not.toContain('ts_headline');
    },
  );

  test('tells no address', async () => {
    const answer = await get(`/transcripts/export?scope=institution:${northfield}`);
    expect(answer.body).not.toContain('sam@example.org');
  });
});

describe('a transcript', () => {
  test('tells all that happened, in order', async () => {
    const answer = await get(`/transcripts/${chats.maps}`, 'sadie');
    const detail = answer.json();
    expect(detail).toMatchObject({
      chat: { id: chats.maps, state: 'closed' },
      answerings: [{ accountId: libraries.sadie, institutionId: northfield }],
      waitSeconds: 1,
      durationSeconds: 600,
      messageCount: 2,
      rating: null,
      notes: [],
    });
    expect(detail.events.map(({ text }: { text: string }) => text)).toEqual([
      'Where are the maps of 1850?',
      'In the map room, on the second floor.',
    ]);
  });

  test('of many events tells them all', async () => {
    const texts = Array.from({ length: 450 }, (_, n) => `line ${n}`);
    const id = await say(texts);
    const { events } = (await get(`/transcripts/${id}`)).json();
    expect(events.map(({ text }: { text: string }) => text)).toEqual(texts);
  });

  test('tells no token, and the patron’s address to their library and to who answered', async () => {
    for (const name of ['ada', 'sadie'] as const) {
      const answer = await get(`/transcripts/${chats.formula}`, name);
      expect(answer.json().chat.patronEmail).toBe('sam@example.org');
      expect(answer.body).not.toMatch(/token|clientId":"(?!.*text)/);
    }
  });

  test('is not there for a stranger', async () => {
    expect((await get(`/transcripts/${chats.maps}`, 'eve')).statusCode).toBe(404);
  });
});

test('an admin of the co-op reads no address of a library that is not theirs', async () => {
  const { coopId, coopQueueId, hana, institutions } = libraries;
  const chatId = await say(['May I ask?'], {
    queueId: coopQueueId,
    patronEmail: 'kim@example.org',
    coops: [{ coopId, through: true }],
  });
  await sql
    .updateTable('coopMemberships')
    .set({ level: 'coopAdmin' })
    .where('accountId', '=', hana)
    .execute();
  expect(institutions.harbour).not.toBe(northfield);
  const answer = await get(`/transcripts/${chatId}`, 'hana');
  expect(answer.statusCode).toBe(200);
  expect(answer.json().chat).toMatchObject({ id: chatId, patronEmail: null });
  expect(answer.body).not.toContain('kim@example.org');
});
