import pg from 'pg';
import { expect, it } from 'vitest';
import { isDatabaseAway } from './is-database-away.ts';

const withCode = (code: string, syscall?: string) =>
  Object.assign(new Error('no'), { code, syscall });

it.each([
  ['the server stops', withCode('57P01')],
  ['the server starts', withCode('57P03')],
  ['all connections are taken', withCode('53300')],
  ['the disk is full', withCode('53100')],
  ['nobody listens', withCode('ECONNREFUSED', 'connect')],
  ['the socket is gone', withCode('ENOENT', 'connect')],
  ['the connection broke', withCode('ECONNRESET', 'read')],
  ['the connection ended', new Error('Connection terminated unexpectedly')],
  ['no connection was free', new Error('timeout exceeded when trying to connect')],
])('knows that the database is away when %s', (_, error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

it.each([
  ['a unique index', withCode('23505')],
  ['a statement that was cancelled', withCode('57014')],
  [
    'a misspelt statement',
    Object.assign(new pg.DatabaseError('no', 2, 'error'), { code: '42601' }),
  ],
  ['a missing file', withCode('ENOENT', 'open')],
  ['a mistake of ours', new TypeError('x is not a function')],
  ['no error at all', 'Connection terminated'],
])('does not blame the database for %s', (_, error) => {
  expect(isDatabaseAway(error)).toBe(false);
});
