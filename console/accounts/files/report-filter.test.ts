import { expect, test } from 'vitest';
import type { ImportReport } from '#protocol/account-files.ts';
import { countOf, firstShown, mayApply, rowsOf, SHOWN } from './report-filter.ts';

const report: ImportReport = {
  rows: [
    { line: 2, username: 'north-a-b', what: 'create', notes: [] },
    {
      line: 3,
      username: 'north-c-d',
      what: 'refuse',
      notes: [{ rule: 'unknownQueue', values: {}, text: 'has no such queue' }],
    },
    { line: 4, username: 'north-e-f', what: 'unchanged', notes: [] },
  ],
  creates: 1,
  changes: 0,
  unchanged: 1,
  refused: 1,
  applied: false,
};

test.each(SHOWN)('the number at %s is that of its rows', (what) => {
  expect(rowsOf(report, what)).toHaveLength(countOf(report, what));
});

test('what is refused is seen first, where there is any', () => {
  expect(firstShown(report)).toBe('refuse');
  expect(firstShown({ ...report, refused: 0 })).toBe('all');
});

test.each([
  ['a row is refused', { refused: 1 }, false],
  ['it is applied already', { refused: 0, applied: true }, false],
  ['nothing would change', { refused: 0, creates: 0 }, false],
  ['all is well', { refused: 0 }, true],
])('when %s, it may be applied: %s', (_, changed, may) => {
  expect(mayApply({ ...report, ...changed })).toBe(may);
});
