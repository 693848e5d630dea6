import { describe, expect, test } from 'vitest';
import type { PolicyPage } from '#protocol/policies.ts';
import { draftOf, isSound, moved, newPassage, withoutUnused } from './draft.ts';

const page = (change: Partial<PolicyPage>): PolicyPage => ({
  institutionId: crypto.randomUUID(),
  institutionName: 'Northfield',
  version: 0,
  sections: [],
  snippets: [],
  owner: null,
  reviewBy: null,
  isOverdue: false,
  changedAt: null,
  changedBy: null,
  alerts: [],
  openProblems: 0,
  mayEdit: true,
  mayChooseOwner: true,
  ...change,
});
const fees = { ...newPassage(), topic: 'fees' as const, title: 'Fees', text: 'None.' };

describe('a draft', () => {
  test('of a page that nobody has written offers the usual sections', () => {
    const { sections } = draftOf(page({}), (topic) => `the ${topic}`);
    expect(sections.map(({ title }) => title)).toContain('the renewals');
    expect(sections.every(({ text }) => text === '')).toBe(true);
    expect(sections.map(({ topic }) => topic)).not.toContain('own');
  });

  test('of a written one is that page', () => {
    expect(draftOf(page({ version: 3, sections: [fees] }), () => '').sections).toEqual([fees]);
  });

  test('leaves out what was offered and not used, but nothing of a page that was written', () => {
    const empty = { ...fees, text: ' ' };
    const draft = { ...draftOf(page({}), () => 'A'), sections: [fees, empty] };
    expect(withoutUnused(draft).sections).toEqual([fees]);
    expect(withoutUnused({ ...draft, version: 1 }).sections).toEqual([fees, empty]);
  });

  test.each([
    ['a heading and a text', fees, true],
    ['no heading', { ...fees, title: ' ' }, false],
    ['no text', { ...fees, text: '\n' }, false],
    ['too long a text', { ...fees, text: 'x'.repeat(10_001) }, false],
  ])('with %s can be saved: %s', (_, section, expected) => {
    const draft = { ...draftOf(page({}), () => 'A'), sections: [section] };
    expect(isSound(draft)).toBe(expected);
  });
});

test.each([
  [0, 1, 'bac'],
  [2, -1, 'acb'],
  [0, -1, 'abc'],
  [2, 1, 'abc'],
  [7, 1, 'abc'],
] as const)('of abc, item %i moved by %i leaves %s', (from, by, expected) => {
  expect(moved(['a', 'b', 'c'], from, by).join('')).toBe(expected);
});
