import { describe, expect, test } from 'vitest';
import type { Role } from '#protocol/accounts.ts';
import type { Level } from '#protocol/levels.ts';
import { levelTable as printed } from '#protocol/levels.ts';
import {
  actingLevel,
  addsWithin,
  levelTable,
  mayEditMember,
  mayGiveLevel,
  reachOf,
  rightsIn,
  type Standing,
} from './levels.ts';

const ALL: Level[] = ['regular', 'institutionAdmin', 'coopAdmin'];

test.each([
  ['answer_chats', ['all', 'all', 'all']],
  ['read_transcripts', ['own', 'institution', 'all']],
  ['read_statistics', ['own', 'institution', 'all']],
  ['read_feedback', ['own', 'institution', 'all']],
  ['see_accounts', ['none', 'all', 'all']],
  ['give_level', ['none', 'institution', 'all']],
  ['manage_accounts', ['none', 'institution', 'all']],
] as const)('%s reaches %j, from the lowest level to the highest', (act, reaches) => {
  expect(ALL.map((level) => reachOf(level, act))).toEqual(reaches);
});

test.each<[Role, chatAccess: boolean, held: Level | undefined, acts: Level | undefined]>([
  ['operator', true, 'regular', 'regular'],
  ['operator', true, undefined, undefined],
  ['operator', false, 'coopAdmin', undefined],
  ['admin', true, 'institutionAdmin', 'institutionAdmin'],
  // What somebody is at home says nothing about the co-op.
  ['admin', true, 'regular', 'regular'],
  ['admin', true, undefined, undefined],
  ['owner', true, undefined, 'coopAdmin'],
  ['owner', false, 'regular', 'coopAdmin'],
])('an %s with chat access %s and the level %s acts as %s', (role, chatAccess, held, acts) => {
  expect(actingLevel({ role, chatAccess }, held)).toBe(acts);
});

const standing = (level: Level, isOwner = false): Standing => ({
  accountId: 'me',
  institutionId: 'northfield',
  level,
  isOwner,
});

describe('whom one may edit', () => {
  /** Levels of accounts at home, then of accounts elsewhere. */
  test.each<[Level, home: Level[], elsewhere: Level[]]>([
    ['regular', [], []],
    ['institutionAdmin', ['regular', 'institutionAdmin'], []],
    ['coopAdmin', ALL, ALL],
  ])('as %s: %j at home, %j elsewhere, never oneself', (level, home, elsewhere) => {
    const edits = (institutionId: string, accountId = 'other') =>
      ALL.filter((of) => mayEditMember(standing(level), { accountId, institutionId, level: of }));
    expect(edits('northfield')).toEqual(home);
    expect(edits('harbour')).toEqual(elsewhere);
    expect(edits('northfield', 'me')).toEqual([]);
  });
});

test.each<[Level, gives: Level[], within: string | null]>([
  ['institutionAdmin', ['regular', 'institutionAdmin'], 'northfield'],
  ['coopAdmin', ALL, null],
])('a level is given as %s: %j, to accounts of %s', (level, gives, within) => {
  expect(ALL.filter((given) => mayGiveLevel(standing(level), given))).toEqual(gives);
  expect(addsWithin(standing(level))).toBe(within);
});

test('a Regular gives no level, and the owner keeps the co-op', () => {
  expect(rightsIn(standing('regular'))).toEqual({
    level: 'regular',
    mayManageCoop: false,
    mayManageAccounts: false,
    mayGive: [],
  });
  expect(rightsIn(standing('coopAdmin', true))).toEqual({
    level: null,
    mayManageCoop: true,
    mayManageAccounts: true,
    mayGive: ALL,
  });
});

test('the table is printed as it is decided by', () => {
  expect(printed.parse(levelTable()).map(({ level }) => level)).toEqual(ALL);
});
