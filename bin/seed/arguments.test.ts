import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test('what is not said is 10,000 accounts and 500 queues', () => {
  expect(readArguments([])).toEqual({ accounts: 10_000, queues: 500, yes: false });
});

test('each can be said', () => {
  const args = ['--queues', '5', '--yes', '--accounts', '20'];
  expect(readArguments(args)).toEqual({ accounts: 20, queues: 5, yes: true });
});

test.each([[['--accounts']], [['--accounts', '0']], [['--queues', '1.5']], [['--all']], [['7']]])(
  '%j is refused',
  (args) => {
    expect(() => readArguments(args)).toThrow('npm run seed');
  },
);
