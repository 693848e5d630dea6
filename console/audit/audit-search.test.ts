import { describe, expect, test } from 'vitest';
import { auditQueryOf, readAuditSearch } from './audit-search.ts';

const ID = '019a0000-0000-7000-8000-000000000001';

test('what is understood is kept', () => {
  const search = {
    actor: ID,
    target: ID,
    action: 'account.deleted',
    from: '2026-11-03',
    to: '2026-11-04',
  };
  expect(readAuditSearch(search)).toEqual(search);
});

test('what the server would not understand is left out', () => {
  const search = {
    actor: 'me',
    target: 7,
    action: 'a b',
    from: 'today',
    to: '3.11.2026',
    more: 'x',
  };
  expect(readAuditSearch(search)).toEqual({});
});

describe('days', () => {
  test('begin at the reader’s own midnight, and the last one is within', () => {
    const { from, to } = auditQueryOf({ from: '2026-11-30', to: '2026-11-30' });
    expect(from).toBe(new Date(2026, 10, 30).toISOString());
    expect(to).toBe(new Date(2026, 11, 1).toISOString());
  });

  test('that are not asked for are not asked', () => {
    expect(auditQueryOf({ actor: ID })).toEqual({ actorId: ID });
  });
});
