import { expect, test } from 'vitest';
import { csvCell, csvLine } from './csv.ts';

test.each([
  ['plain cells', ['a', 'b'], 'a,b\r\n'],
  ['a comma', ['a,b'], '"a,b"\r\n'],
  ['a quotation mark', ['say "hi"'], '"say ""hi"""\r\n'],
  ['a line break', ['a\nb'], '"a\nb"\r\n'],
  ['an empty cell', ['', 'b'], ',b\r\n'],
])('%s', (_case, cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('%j runs nothing in a spreadsheet', (cell) => {
  expect(csvLine([cell])).toBe(`'${cell}\r\n`);
});

test('a formula with a comma is quoted, apostrophe and all', () => {
  expect(csvLine(['=HYPERLINK("x","y")'])).toBe(`"'=HYPERLINK(""x"",""y"")"\r\n`);
});

test.each(['=1+1', "'=1+1", "''@x", "'quoted'", "O'Brien", '', "'"])(
  '%j comes back as it was',
  (cell) => {
    expect(csvCell(csvLine([cell]).trimEnd())).toBe(cell);
  },
);
