import { describe, expect, test } from 'vitest';
import { announce, keepQuiet, type Line, SILENT } from './announcer.ts';

const lines = (...keys: number[]): Line[] =>
  keys.map((key) => ({ key: `event-${key}`, text: `Sadie says: ${key}` }));
const sum = (count: number) => `${count} new messages`;

/** Each inner list is what is known after one change; returns what was read out, in order. */
function listen(changes: readonly (readonly Line[])[], from = SILENT): string[] {
  const spoken: string[] = [];
  let announcements = from;
  for (const change of changes) {
    const before = announcements.lines;
    announcements = announce(announcements, change, sum);
    spoken.push(
      ...announcements.lines.filter((line) => !before.includes(line)).map((line) => line.text),
    );
  }
  return spoken;
}

describe('the announcer', () => {
  test.each([
    { name: 'a message', changes: [lines(1)], spoken: ['Sadie says: 1'] },
    {
      name: 'messages one by one',
      changes: [lines(1), lines(1, 2)],
      spoken: ['Sadie says: 1', 'Sadie says: 2'],
    },
    { name: 'the same change twice', changes: [lines(1), lines(1)], spoken: ['Sadie says: 1'] },
    { name: 'one key twice in a change', changes: [lines(1, 1)], spoken: ['Sadie says: 1'] },
    {
      name: 'three at once, each',
      changes: [lines(1, 2, 3)],
      spoken: ['Sadie says: 1', 'Sadie says: 2', 'Sadie says: 3'],
    },
    {
      name: 'more at once, their number',
      changes: [lines(1, 2, 3, 4)],
      spoken: ['4 new messages'],
    },
    {
      name: 'none of a summed lot later',
      changes: [lines(1, 2, 3, 4), lines(1, 2, 3, 4, 5)],
      spoken: ['4 new messages', 'Sadie says: 5'],
    },
    { name: 'nothing', changes: [[], lines()], spoken: [] },
  ])('says $name', ({ changes, spoken }) => {
    expect(listen(changes)).toEqual(spoken);
  });

  test('keeps quiet about the history that a patron comes back to', () => {
    expect(listen([lines(1, 2, 3)], keepQuiet(SILENT, lines(1, 2)))).toEqual(['Sadie says: 3']);
  });

  test('keeps few lines, and never says an old one again', () => {
    const many = Array.from({ length: 20 }, (_, key) => lines(key));
    const end = many.reduce(
      (announcements, change) => announce(announcements, change, sum),
      SILENT,
    );
    expect(end.lines).toHaveLength(4);
    expect(announce(end, lines(0), sum)).toBe(end);
  });
});
