import { expect, test } from 'vitest';
import { type Draft, emptyDraft } from './draft.ts';
import { faultsOf, neighbour, stepOf } from './steps.ts';

const complete: Draft = {
  ...emptyDraft('north'),
  firstName: 'Sadie',
  lastName: 'Park',
  username: 'northfield-sadie-p',
  password: 'twelve signs at least',
  repeat: 'twelve signs at least',
};

function faultsAt(draft: Draft): string[] {
  return faultsOf('summary', draft).map(({ path }) => path);
}

test('a username and a password are enough', () => {
  expect(faultsAt(complete)).toEqual([]);
  expect(faultsAt({ ...complete, firstName: '', lastName: '' })).toEqual([]);
});

test.each([
  [{ username: 'Sadie Park' }, 'username'],
  [{ username: '' }, 'username'],
  [{ firstName: 'x'.repeat(101) }, 'firstName'],
  [{ password: 'short', repeat: 'short' }, 'password'],
  [{ repeat: 'something else' }, 'repeat'],
  [{ email: 'nobody' }, 'email'],
  [{ copies: true }, 'copyFrom'],
])('%j is told at %s, and nowhere else', (changed, field) => {
  expect(faultsAt({ ...complete, ...changed })).toEqual([field]);
});

test('an invitation needs no password, but an address', () => {
  const invited = { ...complete, password: '', repeat: '', invite: true };
  expect(faultsAt(invited)).toEqual(['email']);
  expect(faultsAt({ ...invited, email: 'sadie@example.org' })).toEqual([]);
});

test('each step answers for its own fields alone', () => {
  const draft = { ...complete, username: '', email: 'nobody' };
  expect(faultsOf('username', draft).map(({ path }) => path)).toEqual(['username']);
  expect(faultsOf('password', draft)).toEqual([]);
  expect(faultsOf('email', draft).map(({ path }) => path)).toEqual(['email']);
});

test.each([
  ['username', 'username'],
  ['displayName', 'username'],
  ['password', 'password'],
  ['email', 'email'],
  ['queueIds.3', 'queues'],
  ['poolIds', 'pools'],
  ['roomIds.0', 'rooms'],
  ['contactIds.1', 'contacts'],
  ['role', 'admin'],
  ['somethingNew', 'username'],
])('a refused %s leads to the step %s', (path, step) => {
  expect(stepOf(path)).toBe(step);
});

test('before the first step and after the last there is none', () => {
  expect(neighbour('username', -1)).toBe('username');
  expect(neighbour('summary', 1)).toBe('summary');
  expect(neighbour('copy', 1)).toBe('queues');
});
