import { expect, test } from 'vitest';
import { searchedWords } from './searched-words.ts';

test.each([
  ['renew loan', "'renew':* & 'loan':*"],
  ['"late fee" -paid', "'late fee' & !'paid'"],
  ['-"late fee"', "!'late fee'"],
  ['is it', "'is' & 'it'"],
  ["o'clock", "'o''clock':*"],
  ['"not closed', "'not closed'"],
  ['c:\\temp & | ! ( <->', "'c:temp':*"],
  ['- "" *', ''],
  ['préstamo', "'préstamo':*"],
])('%j is asked for as %j', (q, query) => {
  expect(searchedWords(q)).toBe(query);
});
