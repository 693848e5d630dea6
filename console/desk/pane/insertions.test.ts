import { describe, expect, test, vi } from 'vitest';
import { insertText, takeInsertions, withWords } from './insertions.ts';

describe('words put into a text', () => {
  // `[` and `]` stand for the ends of what is selected.
  test.each([
    ['[]', 'Hello.|'],
    ['Yes[]', 'Yes Hello.|'],
    ['Yes []', 'Yes Hello.|'],
    ['Yes\n[]', 'Yes\nHello.|'],
    ['[]And you?', 'Hello.| And you?'],
    ['Yes [] and you?', 'Yes Hello.| and you?'],
    ['Yes [no] and you?', 'Yes Hello.| and you?'],
  ])('at “%s” make “%s”', (marked, expected) => {
    const start = marked.indexOf('[');
    const end = marked.indexOf(']') - 1;
    const { text, caret } = withWords(marked.replace(/[[\]]/g, ''), { start, end }, 'Hello.');
    expect(`${text.slice(0, caret)}|${text.slice(caret)}`).toBe(expected);
  });
});

test('reach the composer of their chat while it is there, and no other', () => {
  const one = vi.fn();
  const other = vi.fn();
  const leave = takeInsertions('one', one);
  takeInsertions('other', other);
  insertText('one', 'Hello.');
  leave();
  insertText('one', 'Too late.');
  expect(one.mock.calls).toEqual([['Hello.']]);
  expect(other).not.toHaveBeenCalled();
});
