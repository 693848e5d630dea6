import { expect, test } from 'vitest';
import type { TransferTargets } from '#protocol/transfers.ts';
import { findTargets, mayChoose } from './targets.ts';

const person = {
  accountId: 'helene',
  displayName: 'Hélène Roy',
  institutionName: 'Eastvale University',
  state: 'available',
  openChats: 1,
  maxChats: 3,
} as const;
const queue = {
  queueId: 'reference',
  name: 'Reference',
  ownerName: 'Harbour City',
  coopId: null,
  isOnline: true,
};
const coop = { coopId: 'owls', name: 'Night Owls', isOnline: true, isCovered: true };
const targets: TransferTargets = { people: [person], queues: [queue], coops: [coop] };

test.each([
  ['', ['helene', 'reference', 'owls']],
  ['  ', ['helene', 'reference', 'owls']],
  ['helene', ['helene']],
  ['ROY east', ['helene']],
  ['harbour', ['reference']],
  ['owl', ['owls']],
  ['night roy', []],
])('%j finds %j', (typed, found) => {
  expect(findTargets(targets, typed).map(({ value }) => value)).toEqual(found);
});

test('somebody without room, or away, is seen and can’t be chosen', () => {
  const of = (change: Partial<TransferTargets['people'][number]>) =>
    mayChoose({ kind: 'person', value: 'helene', person: { ...person, ...change } });
  expect(of({})).toBe(true);
  expect(of({ state: 'busy' })).toBe(true);
  expect(of({ openChats: 3 })).toBe(false);
  expect(of({ state: 'away' })).toBe(false);
});

test('a co-op outside of its coverage is seen and can’t be chosen; a queue with nobody can', () => {
  expect(mayChoose({ kind: 'coop', value: 'owls', coop: { ...coop, isCovered: false } })).toBe(
    false,
  );
  expect(mayChoose({ kind: 'coop', value: 'owls', coop })).toBe(true);
  expect(
    mayChoose({ kind: 'queue', value: 'reference', queue: { ...queue, isOnline: false } }),
  ).toBe(true);
});
