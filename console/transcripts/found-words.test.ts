import { expect, test } from 'vitest';
import { findWords, wantedWords } from './found-words.ts';

const marked = (text: string, q: string) =>
  findWords(text, wantedWords(q))
    .map(({ text: part, found }) => (found ? `[${part}]` : part))
    .join('');

test.each([
  ['Can I renew a loan?', 'renew', 'Can I [renew] a loan?'],
  ['Renewals are free, renewed twice', 'renew', '[Renewals] are free, [renewed] twice'],
  ['I renew it', 'renewals', 'I renew it'],
  ['El préstamo, un prestamo', 'préstamo', 'El [préstamo], un [prestamo]'],
  ['late fee and library fees', '"library fees"', 'late fee and [library fees]'],
  ['fees, not late ones', 'fees -late', '[fees], not late ones'],
  ['C++ (and C)', 'c++', '[C++] (and C)'],
  ['prenew', 'renew', 'prenew'],
  ['nothing', '', 'nothing'],
])('in “%s”, %s is found', (text, q, expected) => {
  expect(marked(text, q)).toBe(expected);
});

test('no sign of the text is lost', () => {
  const text = 'Ünïcödé 😀 renew\nİstanbul renews';
  expect(
    findWords(text, ['renew'])
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
