import { expect, test } from 'vitest';
import { readList, writeList } from './list-cell.ts';

test.each([
  [[], ''],
  [['Reference'], 'Reference'],
  [['Reference', 'Law; Tax, and more'], 'Reference | Law; Tax, and more'],
  [['A|B', 'C\\'], 'A\\|B | C\\\\'],
])('%j is written %j, and read again', (names, cell) => {
  expect(writeList(names)).toBe(cell);
  expect(readList(cell)).toEqual(names);
});

test.each([
  [' a|b |  c ', ['a', 'b', 'c']],
  ['a||a|', ['a']],
  ['back\\slash', ['back\\slash']],
])('%j is read as %j', (cell, names) => {
  expect(readList(cell)).toEqual(names);
});
