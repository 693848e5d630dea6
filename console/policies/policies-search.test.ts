import { describe, expect, test } from 'vitest';
import { readPoliciesSearch, readPolicySearch } from './policies-search.ts';

describe('the words that are looked for', () => {
  test.each([
    [{ q: 'renew' }, { q: 'renew' }],
    [{ q: '' }, {}],
    [{ q: 7 }, {}],
    [{}, {}],
    [{ q: 'x'.repeat(200) }, { q: 'x'.repeat(100) }],
  ])('of %j are %j', (search, expected) => {
    expect(readPoliciesSearch(search)).toEqual(expected);
  });
});

describe('the part of a page', () => {
  test.each([
    [{ tab: 'problems' }, { tab: 'problems' }],
    [{ tab: 'constructor' }, {}],
    [{ tab: ['edit'] }, {}],
    [{}, {}],
  ])('of %j is %j', (search, expected) => {
    expect(readPolicySearch(search)).toEqual(expected);
  });
});
