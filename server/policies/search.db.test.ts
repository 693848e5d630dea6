import { beforeAll, expect, test } from 'vitest';
import type { PolicyPassage } from '#protocol/policies.ts';
import { openPolicies, section, snippet } from '../../test/policy-pages.ts';

const { institutions, ask, save } = await openPolicies();
const { northfield, harbour, eastvale } = institutions;

beforeAll(async () => {
  const page = { version: 0, reviewBy: null };
  await save('ada', northfield, {
    ...page,
    sections: [
      section('Fees', 'None for late books. A lost one: 100% of its price.'),
      section('Renewals', 'Twice.'),
    ],
    snippets: [snippet('How to renew', 'Open My Account and choose Renew.')],
  });
  await save('hugo', harbour, {
    ...page,
    sections: [section('Borrowing', 'Loans renew by themselves. Late_fees: $0.10 a day.')],
    snippets: [],
  });
  await save('eve', eastvale, {
    ...page,
    sections: [section('Renewals', 'A secret of Eastvale.')],
    snippets: [],
  });
});

const search = async (q: string, rest = ''): Promise<PolicyPassage[]> =>
  (await ask('hana', 'GET', `?q=${encodeURIComponent(q)}${rest}`)).json().items;
const titles = async (q: string) => (await search(q)).map(({ title }) => title);

test('finds all the words in heading, text and library, whatever their case', async () => {
  expect(await titles('LATE')).toEqual(['Borrowing', 'Fees']);
  expect(await titles('harbour renew')).toEqual(['Borrowing']);
  expect(await titles('choose account')).toEqual(['How to renew']);
  expect(await titles('nothing of the kind')).toEqual([]);
});

test('puts first what begins with the words, then what has them in its heading', async () => {
  expect(await titles('renew')).toEqual(['Renewals', 'How to renew', 'Borrowing']);
});

test('says whose it is, and what can be put into a chat', async () => {
  expect(await search('my account')).toMatchObject([
    { institutionId: northfield, institutionName: 'northfield library', kind: 'snippet' },
  ]);
});

test.each([
  ['100%', ['Fees']],
  ['10%0', []],
  ['late_fees', ['Borrowing']],
  ['lateXfees', []],
  ["' or true --", []],
  ['\\', []],
])('takes %s as it was typed', async (q, expected) => {
  expect(await titles(q)).toEqual(expected);
});

test('leafs, each passage once', async () => {
  const all = await search('', '&limit=200');
  expect(all).toHaveLength(4);
  const leafed: PolicyPassage[] = [];
  let cursor = '';
  do {
    const page = (await ask('hana', 'GET', `?limit=1${cursor}`)).json();
    leafed.push(...page.items);
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
  } while (cursor !== '');
  expect(leafed).toEqual(all);
});

test.each(['x', 'W10', 'WzEsImEiLCJub3QgYW4gaWQiLDFd', '%00'])(
  'refuses the cursor %s, which no page ended with',
  async (cursor) => {
    const answer = await ask('hana', 'GET', `?cursor=${cursor}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([{ path: 'cursor' }]);
  },
);
