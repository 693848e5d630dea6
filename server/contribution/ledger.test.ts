import { describe, expect, test } from 'vitest';
import { addMonths, tellLedger } from './ledger.ts';

const exchange = (month: string, homeId: string, answeringId: string, chats: number) => ({
  month,
  homeId,
  answeringId,
  chats,
});

describe('the ledger', () => {
  test('of nothing is empty', () => {
    expect(tellLedger([], [])).toEqual([]);
    expect(addMonths([])).toEqual([]);
  });

  test('counts what one answered for another on both sides', () => {
    expect(tellLedger([exchange('2026-03', 'harbour', 'eastvale', 3)], [])).toEqual([
      {
        institutionId: 'eastvale',
        month: '2026-03',
        answeredForOthers: 3,
        receivedFromOthers: 0,
        hoursStaffed: 0,
        balance: 3,
      },
      {
        institutionId: 'harbour',
        month: '2026-03',
        answeredForOthers: 0,
        receivedFromOthers: 3,
        hoursStaffed: 0,
        balance: -3,
      },
    ]);
  });

  test('keeps months apart, and hours beside chats', () => {
    const entries = tellLedger(
      [
        exchange('2026-03', 'harbour', 'eastvale', 3),
        exchange('2026-04', 'eastvale', 'harbour', 1),
      ],
      [{ institutionId: 'eastvale', month: '2026-03', seconds: 5_400 }],
    );
    const eastvale = entries.filter(({ institutionId }) => institutionId === 'eastvale');
    expect(eastvale).toMatchObject([
      {
        month: '2026-03',
        answeredForOthers: 3,
        receivedFromOthers: 0,
        hoursStaffed: 1.5,
        balance: 3,
      },
      {
        month: '2026-04',
        answeredForOthers: 0,
        receivedFromOthers: 1,
        hoursStaffed: 0,
        balance: -1,
      },
    ]);
    expect(addMonths(eastvale)).toEqual([
      {
        institutionId: 'eastvale',
        answeredForOthers: 3,
        receivedFromOthers: 1,
        hoursStaffed: 1.5,
        balance: 2,
      },
    ]);
  });

  test('balances to nought where each chat had one answering library', () => {
    const libraries = ['a', 'b', 'c'];
    const exchanges = libraries.flatMap((home) =>
      libraries
        .filter((other) => other !== home)
        .map((other) => exchange('2026-03', home, other, 7)),
    );
    const balance = tellLedger(exchanges, []).reduce((sum, entry) => sum + entry.balance, 0);
    expect(balance).toBe(0);
  });
});
