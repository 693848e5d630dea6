import { expect, test } from 'vitest';
import { type AccountDraft, changeOf, faultsAt, faultsOf, isChanged } from './account-draft.ts';

const queue = '0190a2b3-3c4d-7e5f-8a6b-1c2d3e4f5a6b';
const loans = '0190a2b3-3c4d-7e5f-8a6b-1c2d3e4f5a6c';
const before: AccountDraft = {
  displayName: 'Sadie Park',
  username: 'northfield-sadie-p',
  email: '',
  role: 'operator',
  chatAccess: true,
  language: 'en',
  maxChats: 5,
  queueIds: [queue, loans],
  poolIds: [],
  roomIds: [],
  contactIds: [],
};

test('what stays as it is is not sent', () => {
  expect(changeOf(before, { ...before, displayName: 'Sadie Park ', maxChats: '5' })).toEqual({});
  expect(isChanged(before, { ...before })).toBe(false);
});

test('only the changed fields are sent, together', () => {
  const after = { ...before, email: 'sadie@example.org', queueIds: [queue], chatAccess: false };
  expect(changeOf(before, after)).toEqual({
    email: 'sadie@example.org',
    queueIds: [queue],
    chatAccess: false,
  });
});

test('the change turned round takes it back', () => {
  const after: AccountDraft = {
    ...before,
    email: 'sadie@example.org',
    role: 'admin',
    queueIds: [],
  };
  expect(changeOf(after, before)).toEqual({
    email: null,
    role: 'operator',
    queueIds: [queue, loans],
  });
});

test('another order of the same queues is no change', () => {
  expect(isChanged(before, { ...before, queueIds: [loans, queue] })).toBe(false);
  expect(isChanged(before, { ...before, queueIds: [queue, queue] })).toBe(true);
});

test.each([
  [{ displayName: ' ' }, 'displayName'],
  [{ username: 'Sadie' }, 'username'],
  [{ username: 'x'.repeat(41) }, 'username'],
  [{ email: 'nobody' }, 'email'],
  [{ maxChats: '' }, 'maxChats'],
  [{ maxChats: 51 }, 'maxChats'],
])('%j is told at %s, and nowhere else', (changed, field) => {
  const faults = faultsOf(changeOf(before, { ...before, ...changed }));
  expect(Object.keys(faults)).toEqual([field]);
});

test('a refused queue is told at the queues', () => {
  expect(faultsAt(['queueIds.3'])).toEqual({ queueIds: 'accounts.fault.refused' });
});
