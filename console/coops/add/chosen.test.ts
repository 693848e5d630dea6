import { expect, test } from 'vitest';
import type { CoopCandidate } from '#protocol/coop-accounts.ts';
import { choose, chooseBetween, isWhole, NOBODY_CHOSEN, toggle, toggleAll } from './chosen.ts';

const [ann, ben, cem, dee] = ['ann', 'ben', 'cem', 'dee'].map(candidate) as [
  CoopCandidate,
  CoopCandidate,
  CoopCandidate,
  CoopCandidate,
];

test('a tick is set and taken back', () => {
  const chosen = toggle(NOBODY_CHOSEN, ben);
  expect([...chosen.keys()]).toEqual(['ben']);
  expect([...toggle(chosen, ben).keys()]).toEqual([]);
});

test('who was ticked stays so while another search lists others', () => {
  const chosen = toggleAll(toggle(NOBODY_CHOSEN, ann), [ben, cem]);
  expect([...chosen.keys()]).toEqual(['ann', 'ben', 'cem']);
  expect([...toggleAll(chosen, [ben, cem]).keys()]).toEqual(['ann']);
});

test('a list of which some are ticked is ticked whole first', () => {
  const chosen = toggle(NOBODY_CHOSEN, ben);
  expect(isWhole(chosen, [ben, cem])).toBe(false);
  expect(isWhole(toggleAll(chosen, [ben, cem]), [ben, cem])).toBe(true);
});

test('an empty list is never wholly ticked', () => {
  expect(isWhole(choose(NOBODY_CHOSEN, [ann]), [])).toBe(false);
});

test('with shift all between two lines are ticked, in either direction', () => {
  const listed = [ann, ben, cem, dee];
  expect([...chooseBetween(NOBODY_CHOSEN, listed, 'dee', ben).keys()]).toEqual([
    'ben',
    'cem',
    'dee',
  ]);
});

test('with shift and nothing to start from, one line is ticked', () => {
  expect([...chooseBetween(NOBODY_CHOSEN, [ann, ben], 'gone', ben).keys()]).toEqual(['ben']);
});

function candidate(name: string): CoopCandidate {
  return {
    accountId: name,
    username: `northfield-${name}`,
    displayName: name,
    institutionId: 'northfield',
    institutionName: 'Northfield College',
    chatAccess: true,
  };
}
