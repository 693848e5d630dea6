import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

const ROWS = ['throughput', 'start'];

test('without a word, everything is measured', () => {
  expect(readArguments([], ROWS)).toEqual({ quick: false, peers: false, only: null });
});

test('rows are chosen by name, with commas between', () => {
  const args = ['--quick', '--only', 'start,throughput'];
  expect(readArguments(args, ROWS)).toMatchObject({ quick: true, only: ['start', 'throughput'] });
});

test.each([[['--fast']], [['--only']], [['--only', 'speed']], [['start']]])(
  '%j is answered by what is possible',
  (args) => {
    expect(() => readArguments(args, ROWS)).toThrow('--only ROW,ROW');
  },
);
