import { beforeEach, describe, expect, test } from 'vitest';
import type { QualityNote } from '#protocol/feedback.ts';
import { MOST_QUALITY_NOTES } from '#protocol/limits.ts';
import { newId } from '../server/platform/ids.ts';
import { NAMES, type Name, openAfterwards } from './afterwards.ts';
import { makeMember } from './factories.ts';
import { statementsOf } from './statements.ts';

const { parts, sql, libraries, answeredByBoth, atNorthfield, call } = await openAfterwards();
const { northfield, harbour } = libraries.institutions;

let chatId: string;
beforeEach(async () => {
  await sql.deleteFrom('qualityNotes').execute();
  await sql.deleteFrom('feedback').execute();
  chatId = await answeredByBoth();
});

const note = (name: Name, body: object = { text: 'Well found.' }) =>
  call(name, 'POST', `/transcripts/${chatId}/notes`, { clientId: newId(), ...body });

describe('a quality note', () => {
  test('of the home library reaches whom it is about, who reads it and replies', async () => {
    const told: unknown[] = [];
    const stop = parts.bus.subscribe('operator', (hint) => told.push(hint.accountId));
    const unread = async (name: Name) =>
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

  describe('that comes again, after an answer that got lost,', () => {
    const once = { clientId: newId(), text: 'Well found.', rating: 4 };
    const stored = async () => (await call('ada', 'GET', `/transcripts/${chatId}`)).json().notes;

    test('is one note, of which its operator hears once', async () => {
      const told: unknown[] = [];
      const stop = parts.bus.subscribe('operator', (hint) => told.push(hint.accountId));
      const first = await note('ada', once);
      const again = await note('ada', once);
      expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
      expect(again.json()).toEqual(first.json());
      expect(await stored()).toHaveLength(1);
      expect(told).toEqual([libraries.hana]);
      stop();
    });

    test('is one note when both come at once', async () => {
      const answers = await Promise.all([note('ada', once), note('ada', once), note('ada', once)]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 201]);
      expect(await stored()).toHaveLength(1);
    });

    test.each([{ text: 'Well done.' }, { rating: 3 }, { operatorId: libraries.sadie }])(
      'and says something else, %j, is refused',
      async (other) => {
        await note('ada', once);
        const answer = await note('ada', { ...once, ...other });
        expect(answer.statusCode).toBe(409);
        expect(answer.json()).toMatchObject({ code: 'client_id_taken' });
        expect(await stored()).toHaveLength(1);
      },
    );

    test('from somebody else is another note', async () => {
      await note('ada', once);
      expect((await note('sadie', once)).statusCode).toBe(201);
      expect(await stored()).toHaveLength(2);
    });
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
    chatId = await atNorthfield({});
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
    const other = await atNorthfield({
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
    const { sadie, hana, coopId, queueId, coopQueueId } = libraries;
    const abroad = { queueId: coopQueueId };
    const bySadie = { accountId: sadie, institutionId: northfield, after: 20 };
    const byHana = { accountId: hana, institutionId: harbour, after: 20 };
    return Promise.all([
      atNorthfield({ answeredBy: [bySadie] }),
      atNorthfield({ offeredTo: [queueId] }),
      atNorthfield({ ...abroad, answeredBy: [byHana], coops: [{ coopId, through: true }] }),
      atNorthfield({ ...abroad, answeredBy: [byHana], coops: [{ coopId, through: false }] }),
      atNorthfield({ ...abroad, coops: [{ coopId, through: false }] }),
    ]);
  }

  /** To everybody about each chat, whether or not they reach it: one note, and a reply to theirs. */
  async function tellEverybody(chatIds: readonly string[]) {
    const people = NAMES.map((name) => libraries[name]);
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

  const unread = async (name: Name) =>
    (await call(name, 'GET', '/feedback/unread')).json().unread as number;

  /** Transcript after transcript, as somebody would who looks for it by hand. */
  async function countByHand(name: Name, chatIds: readonly string[]) {
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
    for (const name of NAMES) {
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
