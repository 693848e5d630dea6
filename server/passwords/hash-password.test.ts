import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './hash-password.ts';

/** A stored hash that costs next to nothing to be held against: what is asked here is who has a turn. */
const CHEAP = `$argon2id$v=19$m=8,t=1,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

test('a flood of passwords is not all judged, and whoever comes after it is', async () => {
  const flood = await Promise.allSettled(
    Array.from({ length: 250 }, () => verifyPassword('a wrong enough phrase', CHEAP)),
  );
  const refused = flood.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBe(250 - 202);
  expect(refused[0]).toMatchObject({ reason: { code: 'too_many_requests' } });
  const judged = flood.filter((answer) => answer.status === 'fulfilled' && !answer.value);
  expect(judged.length).toBe(202);

  const stored = await hashPassword('a long enough phrase');
  expect(await verifyPassword('a long enough phrase', stored)).toBe(true);
  expect(await verifyPassword('a long enough phrase', null)).toBe(false);
});
