import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './hash-password.ts';

/** Two hundred passwords take seconds, and longer where others are at work. */
const PATIENCE = { timeout: 60_000 };

test(
  'a flood of passwords is not all judged, and whoever comes after it is',
  PATIENCE,
  async () => {
    const stored = await hashPassword('a long enough phrase');
    const flood = await Promise.allSettled(
      Array.from({ length: 250 }, () => verifyPassword('a wrong enough phrase', null)),
    );
    const refused = flood.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBe(250 - 202);
    expect(refused[0]).toMatchObject({ reason: { code: 'too_many_requests' } });
    expect(await verifyPassword('a long enough phrase', stored)).toBe(true);
    expect(await verifyPassword('a long enough phrase', null)).toBe(false);
  },
);
