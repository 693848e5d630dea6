import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FeedbackItem, QualityNote } from '#protocol/feedback.ts';
import { MOST_QUALITY_NOTES } from '#protocol/limits.ts';
import { routeFeedback } from '../server/feedback/index.ts';
import { newId } from '../server/platform/ids.ts';
import { countChats, routeStatistics } from '../server/statistics/index.ts';
import { routeTranscripts } from '../server/transcripts/index.ts';
import { makeMember } from './factories.ts';
import { type StaffHeaders, staffHeaders, testFeatureApp, testParts } from './feature-app.ts';
import { makeLibraries } from './libraries.ts';
import { makePastChat } from './past-chats.ts';
import { statementsOf } from './statements.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeFeedback(app, parts);
routeTranscripts(app, parts);
routeStatistics(app, parts);

// Northfield's patron, answered by Hana of Harbour and by Sadie; Eastvale is a stranger to both.
const libraries = await makeLibraries(sql);
const { northfield, harbour } = libraries.institutions;
const names = ['sadie', 'omar', 'noor', 'ada', 'hana', 'eve', 'olga'] as const;
const headers = {} as Record<(typeof names)[number], StaffHeaders>;
let chatId: string;

beforeAll(async () => {
  for (const name of names) headers[name] = await staffHeaders(parts, libraries[name]);
  const level = { coopId: libraries.coopId, optedInto: [] };
  await makeMember(sql, { ...level, accountId: libraries.ada, level: 'coopAdmin' });
});

beforeEach(async () => {
  await sql.deleteFrom('qualityNotes').execute();
  await sql.deleteFrom('feedback').execute();
  chatId = await makePastChat(sql, {
    institutionId: northfield,
    widgetId: libraries.widgetId,
    queueId: libraries.coopQueueId,
    offeredTo: [libraries.queueId],
    openedAt: new Date('2026-03-02T09:00:00Z'),
    answeredBy: [
      { accountId: libraries.sadie, institutionId: northfield, after: 20 },
      { accountId: libraries.hana, institutionId: harbour, after: 60 },
    ],
    coops: [{ coopId: libraries.coopId, through: true }],
  });
});

const token = (id: string) => ({ authorization: `Bearer ${parts.tokens.sign('chat', id)}` });
const give = (payload: object, of = chatId, bearer = of) =>
  app.inject({
    method: 'PUT',
    url: `/api/v1/chats/${of}/feedback`,
    headers: token(bearer),
    payload,
  });
const call = (
  name: (typeof names)[number],
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  payload?: object,
) =>
  app.inject({
    method,
    url: `/api/v1${path}`,
    headers: headers[name],
    ...(payload && { payload }),
  });
const note = (name: (typeof names)[number], body: object = { text: 'Well found.' }) =>
  call(name, 'POST', `/transcripts/${chatId}/notes`, body);

describe('a patron', () => {
  test('rates the chat, and finds what they gave', async () => {
    expect((await give({ rating: 3, comment: 'Quick' })).json()).toEqual({
      rating: 3,
      comment: 'Quick',
    });
    const found = await app.inject({
      url: `/api/v1/chats/${chatId}/feedback`,
      headers: token(chatId),
    });
    expect(found.json()).toEqual({ rating: 3, comment: 'Quick' });
  });

  test('who gave nothing yet finds nothing', async () => {
    const found = await app.inject({
      url: `/api/v1/chats/${chatId}/feedback`,
      headers: token(chatId),
    });
    expect(found.json()).toEqual({ rating: null, comment: null });
  });

  test('may think better of it, however often, and counts once', async () => {
    await give({ rating: 1, comment: 'Slow' });
    await countChats(parts);
    await give({ rating: 4 });
    await give({ rating: 4 });
    const scope = `scope=institution:${northfield}`;
    const total = async () => (await call('ada', 'GET', `/statistics?${scope}`)).json().total;
    expect(await total()).toMatchObject({ bad: 0, great: 1, rated: 1 });
    await countChats(parts);
    expect(await total()).toMatchObject({ bad: 0, great: 1, rated: 1 });
    const { items } = (await call('ada', 'GET', `/feedback?${scope}`)).json();
    expect(items).toMatchObject([{ chatId, rating: { value: 4, comment: null } }]);
  });

  test.each([
    [{}, 400],
    [{ rating: 0 }, 400],
    [{ rating: 5 }, 400],
    [{ rating: 2.5 }, 400],
    [{ rating: '4' }, 400],
    [{ rating: 4, comment: 'x'.repeat(2_001) }, 422],
    [{ rating: 4, comment: 'a\0b' }, 422],
  ])('who sends %j is told what is wrong', async (body, status) => {
    expect((await give(body)).statusCode).toBe(status);
    expect(await sql.selectFrom('feedback').selectAll().execute()).toEqual([]);
  });

  test('of another chat rates this one not', async () => {
    expect((await give({ rating: 1 }, chatId, newId())).statusCode).toBe(404);
    expect(await sql.selectFrom('feedback').selectAll().execute()).toEqual([]);
  });

  test('and staff are no patrons', async () => {
    const answer = await call('sadie', 'PUT', `/chats/${chatId}/feedback`, { rating: 4 });
    expect(answer.statusCode).toBe(401);
  });
});

describe('a quality note', () => {
  test('of the home library reaches whom it is about, who reads it and replies', async () => {
    const told: unknown[] = [];
    const stop = parts.bus.subscribe('operator', (hint) => told.push(hint.accountId));
    const unread = async (name: (typeof names)[number]) =>
      (await call(name, 'GET', '/feedback/unread')).json().unread;
    const before = { hana: await unread('hana'), ada: await unread('ada') };

    const written = await note('ada', { text: 'Well found.', rating: 4 });
    expect(written.statusCode).toBe(201);
    const { id } = written.json() as QualityNote;
    // Who answered last, where nobody is named.
    expect(written.json()).toMatchObject({
      operatorId: libraries.hana,
      authorId: libraries.ada,
      rating: 4,
      reply: null,
      unread: false,
      mayReply: false,
    });
    expect(await unread('hana')).toBe(before.hana + 1);
    expect(await unread('ada')).toBe(before.ada);
    expect(told).toEqual([libraries.hana]);

    const unreadOnes = await call('hana', 'GET', '/feedback?scope=mine&unread=true');
    expect(unreadOnes.json().items).toMatchObject([
      { chatId, notes: [{ id, text: 'Well found.', unread: true, mayReply: true }] },
    ]);
    const left = await call('hana', 'PUT', `/transcripts/${chatId}/notes/read`);
    expect(left.json()).toEqual({ unread: before.hana });

    const reply = await call('hana', 'PUT', `/transcripts/${chatId}/notes/${id}/reply`, {
      text: 'Thank you.',
    });
    expect(reply.json()).toMatchObject({ reply: { text: 'Thank you.' }, unread: false });
    expect(told).toEqual([libraries.hana, libraries.ada]);
    expect(await unread('ada')).toBe(before.ada + 1);
    const detail = await call('ada', 'GET', `/transcripts/${chatId}`);
    expect(detail.json().notes).toMatchObject([{ unread: true, reply: { text: 'Thank you.' } }]);
    await call('ada', 'PUT', `/transcripts/${chatId}/notes/read`);
    expect(await unread('ada')).toBe(before.ada);
    stop();
  });

  test('may be about any who answered, and about nobody else', async () => {
    const sadies = await note('ada', { text: 'Good start.', operatorId: libraries.sadie });
    expect(sadies.json()).toMatchObject({ operatorId: libraries.sadie });
    for (const operatorId of [libraries.omar, newId()])
      expect((await note('ada', { text: 'Hm.', operatorId })).statusCode).toBe(422);
  });

  test('is written by nobody about themselves', async () => {
    const own = await note('sadie', { text: 'Brilliant.', operatorId: libraries.sadie });
    expect(own.statusCode).toBe(422);
  });

  test('needs words', async () => {
    expect((await note('ada', { text: '  ' })).statusCode).toBe(422);
    expect((await note('ada', {})).statusCode).toBe(400);
  });

  test.each([
    ['ada', 201],
    ['olga', 201],
    ['sadie', 201],
    // Of Harbour, which answered; reads it, and is not the patron's library.
    ['hana', 403],
    // Of Northfield, with no queue that it came to.
    ['noor', 404],
    ['eve', 404],
  ] as const)('is written by %s: %d', async (name, status) => {
    expect((await note(name)).statusCode).toBe(status);
  });

  test('is written about no chat that nobody answered', async () => {
    chatId = await makePastChat(sql, {
      institutionId: northfield,
      widgetId: libraries.widgetId,
      queueId: libraries.queueId,
      openedAt: new Date('2026-03-02T09:00:00Z'),
    });
    expect((await note('ada')).statusCode).toBe(422);
    expect((await call('ada', 'GET', `/transcripts/${chatId}`)).json()).toMatchObject({
      mayNote: false,
    });
  });

  test.each([
    ['hana', 200],
    ['sadie', 403],
    ['ada', 403],
    ['eve', 404],
  ] as const)('is replied to by %s: %d', async (name, status) => {
    const { id } = (await note('ada')).json();
    const path = `/transcripts/${chatId}/notes/${id}/reply`;
    expect((await call(name, 'PUT', path, { text: 'So it is.' })).statusCode).toBe(status);
  });

  test('of another transcript is not replied to by this one’s path', async () => {
    const { id } = (await note('ada')).json();
    const other = await makePastChat(sql, {
      institutionId: northfield,
      widgetId: libraries.widgetId,
      queueId: libraries.queueId,
      openedAt: new Date('2026-03-02T09:00:00Z'),
      answeredBy: [{ accountId: libraries.hana, institutionId: northfield, after: 60 }],
    });
    const path = `/transcripts/${other}/notes/${id}/reply`;
    expect((await call('hana', 'PUT', path, { text: 'So it is.' })).statusCode).toBe(404);
  });

  test('no longer calls whose level is gone', async () => {
    await note('ada');
    const unread = async () => (await call('hana', 'GET', '/feedback/unread')).json().unread;
    expect(await unread()).toBeGreaterThan(0);
    const { hana: accountId, coopId } = libraries;
    await sql.deleteFrom('coopMemberships').where('accountId', '=', accountId).execute();
    expect(await unread()).toBe(0);
    expect((await call('hana', 'PUT', `/transcripts/${chatId}/notes/read`)).statusCode).toBe(404);
    await makeMember(sql, { coopId, accountId, level: 'regular', optedInto: [] });
  });
});

describe('a chat with as many notes as it may have', () => {
  const setNotes = async (notes: number) => {
    await note('ada');
    await sql.updateTable('feedback').set({ notes }).where('chatId', '=', chatId).execute();
  };

  test('takes no other', async () => {
    await setNotes(MOST_QUALITY_NOTES - 1);
    expect((await note('ada')).statusCode).toBe(201);
    const answer = await note('ada');
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'breaks_rule',
      detail: `A chat has ${MOST_QUALITY_NOTES} quality notes at most.`,
    });
    expect((await call('ada', 'GET', `/transcripts/${chatId}`)).json().notes).toHaveLength(2);
  });

  test('takes one of several that come at once', async () => {
    await setNotes(MOST_QUALITY_NOTES - 1);
    const answers = await Promise.all([note('ada'), note('sadie'), note('olga')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422, 422]);
  });
});

describe('what is unread', () => {
  const at = new Date('2026-03-03T09:00:00Z');

  /** Chats that came to Northfield's desk, through the co-op, and to it in vain. */
  async function makeChats(): Promise<string[]> {
    const past = { widgetId: libraries.widgetId, openedAt: new Date('2026-03-02T09:00:00Z') };
    const atHome = { ...past, institutionId: northfield, queueId: libraries.queueId };
    const abroad = { ...past, institutionId: northfield, queueId: libraries.coopQueueId };
    const { sadie, hana, coopId } = libraries;
    const bySadie = { accountId: sadie, institutionId: northfield, after: 20 };
    const byHana = { accountId: hana, institutionId: harbour, after: 20 };
    return Promise.all([
      makePastChat(sql, { ...atHome, answeredBy: [bySadie] }),
      makePastChat(sql, { ...atHome, offeredTo: [libraries.queueId] }),
      makePastChat(sql, { ...abroad, answeredBy: [byHana], coops: [{ coopId, through: true }] }),
      makePastChat(sql, { ...abroad, answeredBy: [byHana], coops: [{ coopId, through: false }] }),
      makePastChat(sql, { ...abroad, coops: [{ coopId, through: false }] }),
    ]);
  }

  /** To everybody about each chat, whether or not they reach it: one note, and a reply to theirs. */
  async function tellEverybody(chatIds: readonly string[]) {
    const people = names.map((name) => libraries[name]);
    const notes = chatIds.flatMap((id) =>
      people.map((operatorId, n) => ({
        id: newId(),
        chatId: id,
        authorId: people[(n + 1) % people.length] ?? operatorId,
        authorInstitutionId: northfield,
        operatorId,
        text: 'Well found.',
        at,
        reply: 'Thank you.',
        repliedAt: at,
      })),
    );
    await sql.insertInto('qualityNotes').values(notes).execute();
  }

  const unread = async (name: (typeof names)[number]) =>
    (await call(name, 'GET', '/feedback/unread')).json().unread as number;

  /** Transcript after transcript, as somebody would who looks for it by hand. */
  async function countByHand(name: (typeof names)[number], chatIds: readonly string[]) {
    let found = 0;
    for (const id of chatIds) {
      const answer = await call(name, 'GET', `/transcripts/${id}`);
      if (answer.statusCode === 404) continue;
      const { notes } = answer.json() as { notes: QualityNote[] };
      found += notes.filter((one) => one.unread).length;
    }
    return found;
  }

  test('is as much as the transcripts have that the reader reaches', async () => {
    const chatIds = [chatId, ...(await makeChats())];
    await tellEverybody(chatIds);
    const counts = new Map<string, number>();
    for (const name of names) {
      counts.set(name, await unread(name));
      expect(counts.get(name), name).toBe(await countByHand(name, chatIds));
    }
    const all = 2 * chatIds.length;
    expect(counts.get('olga')).toBe(all);
    expect(counts.get('eve')).toBe(0);
    expect(counts.get('hana')).toBeGreaterThan(0);
    expect(counts.get('hana')).toBeLessThan(all);
  });

  test('takes no more statements for many chats than for one', async () => {
    await tellEverybody([chatId]);
    const ofOne = await statementsOf(() => unread('hana'));
    await tellEverybody(await makeChats());
    const ofMany = await statementsOf(() => unread('hana'));
    expect(ofMany).toHaveLength(ofOne.length);
  });
});

describe('the list', () => {
  const list = async (query: string): Promise<FeedbackItem[]> =>
    (await call('ada', 'GET', `/feedback?scope=coop:${libraries.coopId}&${query}`)).json().items;
  const found = async (query: string) => (await list(query)).some((item) => item.chatId === chatId);

  test('has what was rated, commented on or noted, each when asked for', async () => {
    expect(await found('')).toBe(false);
    await give({ rating: 2 });
    expect([await found(''), await found('has=comment'), await found('has=note')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([await found('rating=2'), await found('rating=4')]).toEqual([true, false]);
    await give({ rating: 2, comment: 'Hm' });
    expect(await found('has=comment')).toBe(true);
    await note('ada');
    expect(await found('has=note')).toBe(true);
  });

  test('has a note on what nobody rated', async () => {
    await note('ada');
    const [item] = (await list('has=note')).filter((one) => one.chatId === chatId);
    expect(item).toMatchObject({ rating: null, notes: [{ text: 'Well found.' }] });
    expect(item?.answerings.map(({ accountId }) => accountId)).toEqual([
      libraries.sadie,
      libraries.hana,
    ]);
  });

  test('is a file whose cells a spreadsheet does not run', async () => {
    await give({ rating: 1, comment: '=HYPERLINK("https://bad.example")' });
    await note('ada', { text: '@SUM(1)' });
    const { body, headers: sent } = await call(
      'ada',
      'GET',
      `/feedback/export?scope=institution:${northfield}`,
    );
    expect(sent['content-type']).toContain('text/csv');
    expect(body).toContain(`"'=HYPERLINK(""https://bad.example"")"`);
    expect(body).toContain('ada: @SUM(1)');
  });
});
