import { expect, test } from 'vitest';
import { searchedWords } from './searched-words.ts';

test.each([
  ['renew loan', "('renew':*) & ('loan':*)"],
  ['is m', "('is') & ('m':*)"],
  ['is ', "('is')"],
  ['amira@patron.ex', "('amira':* & 'patron':* & 'ex':*)"],
  ['"late fee" -paid', "('late' <-> 'fee') & !('paid')"],
  ['-"late fee"', "!('late' <-> 'fee')"],
  ['"not closed', "('not' <-> 'closed')"],
  ['Bibliothèque', "('Bibliotheque':*)"],
  ['e-mail', "('e' & 'mail':*)"],
  ["o'clock \\ | & ! ( <-> :*", "('o' & 'clock':*)"],
  ['M 1850/3', "('M') & ('1850':* & '3':*)"],
  ['- "" *', ''],
])('%j is asked for as %j', (typed, query) => {
  expect(searchedWords(typed)).toBe(query);
});
