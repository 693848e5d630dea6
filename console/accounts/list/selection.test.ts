import { expect, test } from 'vitest';
import { extend, isWhole, selectedOf, toggle, toggleAll } from './selection.ts';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

test('a tick is set and taken back', () => {
  const ticked = toggle(new Set(), 'b');
  expect([...ticked]).toEqual(['b']);
  expect([...toggle(ticked, 'b')]).toEqual([]);
});

test('who has left the list is not selected, though still ticked', () => {
  expect(selectedOf(new Set(['a', 'gone']), rows)).toEqual([{ id: 'a' }]);
});

test('all are ticked at once, and cleared at once', () => {
  const all = toggleAll(new Set(['a']), rows);
  expect(isWhole(all, rows)).toBe(true);
  expect([...toggleAll(all, rows)]).toEqual([]);
});

test('an empty list is never wholly ticked', () => {
  expect(isWhole(new Set(['a']), [])).toBe(false);
});

test('with shift all between two rows are ticked, in either direction', () => {
  expect([...extend(new Set(), rows, 'd', 'b')]).toEqual(['b', 'c', 'd']);
  expect([...extend(new Set(['a']), rows, 'b', 'c')]).toEqual(['a', 'b', 'c']);
});

test('with shift and nothing to start from, one row is ticked', () => {
  expect([...extend(new Set(), rows, 'gone', 'b')]).toEqual(['b']);
});
