import { beforeEach, describe, expect, test } from 'vitest';
import type { FeedbackItem } from '#protocol/feedback.ts';
import { newId } from '../server/platform/ids.ts';
import { countChats } from '../server/statistics/index.ts';
import { openAfterwards } from './afterwards.ts';

const { parts, sql, libraries, answeredByBoth, call, rate, readRating } = await openAfterwards();
const { northfield } = libraries.institutions;

let chatId: string;
beforeEach(async () => {
  await sql.deleteFrom('qualityNotes').execute();
  await sql.deleteFrom('feedback').execute();
  chatId = await answeredByBoth();
});

describe('a patron', () => {
  test('rates the chat, and finds what they gave', async () => {
    expect((await rate(chatId, { rating: 3, comment: 'Quick' })).json()).toEqual({
      rating: 3,
      comment: 'Quick',
    });
    const found = await readRating(chatId);
    expect(found.json()).toEqual({ rating: 3, comment: 'Quick' });
  });

  test('who gave nothing yet finds nothing', async () => {
    const found = await readRating(chatId);
    expect(found.json()).toEqual({ rating: null, comment: null });
  });

  test('may think better of it, however often, and counts once', async () => {
    await rate(chatId, { rating: 1, comment: 'Slow' });
    await countChats(parts);
    await rate(chatId, { rating: 4 });
    await rate(chatId, { rating: 4 });
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
    expect((await rate(chatId, body)).statusCode).toBe(status);
    expect(await sql.selectFrom('feedback').selectAll().execute()).toEqual([]);
  });

  test('of another chat rates this one not', async () => {
    expect((await rate(chatId, { rating: 1 }, newId())).statusCode).toBe(404);
    expect(await sql.selectFrom('feedback').selectAll().execute()).toEqual([]);
  });

  test('and staff are no patrons', async () => {
    const answer = await call('sadie', 'PUT', `/chats/${chatId}/feedback`, { rating: 4 });
    expect(answer.statusCode).toBe(401);
  });
});

describe('the list', () => {
  const note = (text: string) =>
    call('ada', 'POST', `/transcripts/${chatId}/notes`, { clientId: newId(), text });
  const list = async (query: string): Promise<FeedbackItem[]> =>
    (await call('ada', 'GET', `/feedback?scope=coop:${libraries.coopId}&${query}`)).json().items;
  const found = async (query: string) => (await list(query)).some((item) => item.chatId === chatId);

  test('has what was rated, commented on or noted, each when asked for', async () => {
    expect(await found('')).toBe(false);
    await rate(chatId, { rating: 2 });
    expect([await found(''), await found('has=comment'), await found('has=note')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([await found('rating=2'), await found('rating=4')]).toEqual([true, false]);
    await rate(chatId, { rating: 2, comment: 'Hm' });
    expect(await found('has=comment')).toBe(true);
    await note('Well found.');
    expect(await found('has=note')).toBe(true);
  });

  test('has a note on what nobody rated', async () => {
    await note('Well found.');
    const [item] = (await list('has=note')).filter((one) => one.chatId === chatId);
    expect(item).toMatchObject({ rating: null, notes: [{ text: 'Well found.' }] });
    expect(item?.answerings.map(({ accountId }) => accountId)).toEqual([
      libraries.sadie,
      libraries.hana,
    ]);
  });

  test('is a file whose cells a spreadsheet does not run', async () => {
    await rate(chatId, { rating: 1, comment: '=HYPERLINK("https://bad.example")' });
    await note('@SUM(1)');
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
