import { sql as fragment } from 'kysely';
import { expect, test } from 'vitest';
import { testParts } from '../../test/feature-app.ts';
import { searchedFor } from './narrow.ts';

const { sql } = (await testParts()).database;

async function finds(q: string, text: string): Promise<boolean> {
  const { rows } = await fragment<{ found: boolean }>`
    select to_tsvector('simple', ${text}) @@ ${searchedFor(q)} as found
  `.execute(sql);
  return rows[0]?.found ?? false;
}

const SAID = 'Can I renew my loans by e-mail? The late fee of O’Brien’s book is paid.';

test.each([
  ['ren', true],
  ['RENEW loan', true],
  ['renewal', false],
  ['"late fee"', true],
  ['"fee late"', false],
  ['fee -paid', false],
  ['fee -pai', true],
  ['e-mail', true],
  ['my', true],
  ['m', false],
])('%j in what was said: %s', async (q, found) => {
  expect(await finds(q, SAID)).toBe(found);
});

test.each([
  "'",
  "''",
  '\\',
  '\\\\',
  ':*',
  '!',
  '!!',
  '&',
  '|',
  '(',
  '<->',
  '"',
  '""',
  '-',
  '--',
  '- -',
  '-"',
  "a'b",
  "'a'",
  'a:b',
  'a:*',
  'x & ! y',
  '%',
  '\u0000'.replace('\u0000', '\u0001'),
  '😀',
  '-😀',
  '\ud800',
  "\\'",
  'a\\',
  '"a\\"',
])('%j is no error', async (q) => {
  expect(await finds(q, SAID)).toBe(false);
});
