import { describe, expect, test } from 'vitest';
import { replaceWord, slashWordAt, withSlash } from './slash-word.ts';

describe('a slash at the start of a word', () => {
  // `|` stands for the caret.
  test.each([
    ['/|', 0, ''],
    ['/ho|', 0, 'ho'],
    ['/ho|urs', 0, 'ho'],
    ['Hello /ho|', 6, 'ho'],
    ['Hello\n/ho|', 6, 'ho'],
    ['Hello /ho| and so on', 6, 'ho'],
  ])('"%s" asks for a canned message', (marked, start, typed) => {
    const caret = marked.indexOf('|');
    const text = marked.replace('|', '');
    expect(slashWordAt(text, caret)).toEqual({ start, end: caret, typed });
  });

  test.each(['|', '|/ho', '/ho |', 'and/or|', 'https://exam|', 'see /hours at|'])(
    '"%s" asks for none',
    (marked) => {
      expect(slashWordAt(marked.replace('|', ''), marked.indexOf('|'))).toBeNull();
    },
  );
});

test('the message takes the place of the word, and the caret goes behind it', () => {
  const word = { start: 6, end: 9 };
  expect(replaceWord('Hello /ho there', word, 'We open at 9.')).toEqual({
    text: 'Hello We open at 9. there',
    caret: 19,
  });
});

test.each([
  ['', 0, '/', 1],
  ['Hello', 5, 'Hello /', 7],
  ['Hello ', 6, 'Hello /', 7],
  ['Hello there', 6, 'Hello /there', 7],
])('a slash put into "%s" at %i is a word of its own', (text, caret, withIt, to) => {
  expect(withSlash(text, caret)).toEqual({ text: withIt, caret: to });
});
