import { expect, test } from 'vitest';
import { moveCell } from './move-cell.ts';

const size = { rows: 30, columns: 5, page: 10 };

test.each([
  ['ArrowUp', false, { row: 11, column: 2 }],
  ['ArrowDown', false, { row: 13, column: 2 }],
  ['ArrowLeft', false, { row: 12, column: 1 }],
  ['ArrowRight', false, { row: 12, column: 3 }],
  ['PageUp', false, { row: 2, column: 2 }],
  ['PageDown', false, { row: 22, column: 2 }],
  ['Home', false, { row: 12, column: 0 }],
  ['End', false, { row: 12, column: 4 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 29, column: 4 }],
])('%s (Ctrl: %s) leads to %j', (key, ctrlKey, cell) => {
  expect(moveCell({ row: 12, column: 2 }, { key, ctrlKey }, size)).toEqual(cell);
});

test.each(['ArrowUp', 'ArrowLeft', 'PageUp'])('%s stays within the first corner', (key) => {
  const corner = { row: 0, column: 0 };
  expect(moveCell(corner, { key, ctrlKey: false }, size)).toEqual(corner);
});

test.each(['ArrowDown', 'ArrowRight', 'PageDown'])('%s stays within the last corner', (key) => {
  const corner = { row: 29, column: 4 };
  expect(moveCell(corner, { key, ctrlKey: false }, size)).toEqual(corner);
});

test('other keys lead nowhere', () => {
  expect(moveCell({ row: 0, column: 0 }, { key: 'a', ctrlKey: false }, size)).toBeNull();
});
