import { expect, test } from 'vitest';
import { snippetOf } from './snippet.ts';
import { FOUND } from './store.ts';

const mark = (text: string) => text.replaceAll('[', FOUND.begins).replaceAll(']', FOUND.ends);

test.each([
  ['nothing found', [{ text: 'nothing found', found: false }]],
  ['', []],
  [
    'the [maps] of 1850',
    [
      { text: 'the ', found: false },
      { text: 'maps', found: true },
      { text: ' of 1850', found: false },
    ],
  ],
  [
    '[maps][maps]',
    [
      { text: 'maps', found: true },
      { text: 'maps', found: true },
    ],
  ],
])('cuts %j at what was found', (passage, parts) => {
  expect(snippetOf(mark(passage))).toEqual(parts);
});
