import { expect, test } from 'vitest';
import { anotherLike, bodyOf, copySettings, type Draft, emptyDraft, moveTo } from './draft.ts';

const draft: Draft = {
  ...emptyDraft('north'),
  firstName: ' Sadie',
  lastName: 'Park ',
  username: 'northfield-sadie-p',
  password: 'twelve signs at least',
  repeat: 'twelve signs at least',
  email: ' sadie@example.org ',
};
const things = {
  queues: [{ id: 'reference' }, { id: 'loans' }],
  pools: [{ id: 'greetings' }],
  rooms: [{ id: 'staff' }],
};
const source = {
  id: 'tom',
  queueIds: ['reference', 'foreign'],
  poolIds: ['greetings'],
  roomIds: ['staff', 'gone'],
};

test('only what the new account can have is copied', () => {
  const copied = copySettings(draft, source, 'Tom', things);
  expect(copied.queueIds).toEqual(['reference']);
  expect(copied.poolIds).toEqual(['greetings']);
  expect(copied.roomIds).toEqual(['staff']);
  expect(copied.copyFrom).toEqual({ id: 'tom', label: 'Tom' });
});

test('neither role nor e-mail nor password is copied', () => {
  const { isAdmin, email, password } = copySettings(draft, source, 'Tom', things);
  expect({ isAdmin, email, password }).toEqual({
    isAdmin: false,
    email: draft.email,
    password: draft.password,
  });
});

test('a new account has all pools, unless it is told which', () => {
  expect(bodyOf(draft, ['a', 'b']).poolIds).toEqual(['a', 'b']);
  const chosen = { ...draft, allPools: false, poolIds: ['b'] };
  expect(bodyOf(chosen, ['a', 'b']).poolIds).toEqual(['b']);
});

test('what is left empty is not sent, and what is typed is trimmed', () => {
  const body = bodyOf(draft, []);
  expect(body).toMatchObject({ displayName: 'Sadie Park', email: 'sadie@example.org' });
  const bare = bodyOf({ ...draft, firstName: '', lastName: ' ', email: ' ' }, []);
  expect(bare).not.toHaveProperty('displayName');
  expect(bare).not.toHaveProperty('email');
});

test('an invitation is sent in place of a password, never with one', () => {
  const invited = bodyOf({ ...draft, invite: true }, []);
  expect(invited).toMatchObject({ invite: true });
  expect(invited).not.toHaveProperty('password');
  expect(bodyOf(draft, [])).not.toHaveProperty('invite');
});

test('another like this has its assignments, and nothing of the person', () => {
  const first = { ...copySettings(draft, source, 'Tom', things), isAdmin: true, invite: true };
  const next = anotherLike(first);
  expect(next).toMatchObject({ queueIds: ['reference'], roomIds: ['staff'], invite: true });
  expect(next).toMatchObject({ institutionId: 'north', username: '', email: '', password: '' });
  expect(next.isAdmin).toBe(false);
});

test('at another institution what was chosen of the old one goes, the person stays', () => {
  const moved = moveTo(copySettings(draft, source, 'Tom', things), 'harbour');
  expect(moved).toMatchObject({ queueIds: [], poolIds: [], copyFrom: null, email: draft.email });
  const copied = copySettings(draft, source, 'Tom', things);
  expect(moveTo(copied, 'north')).toBe(copied);
});
