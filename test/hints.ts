import { expect } from 'vitest';
import type { Topic, Topics } from '../server/platform/events/bus.ts';
import type { House } from './house.ts';

/** Resolves at the next hint of which `judge` says so: for what happens with no answer to wait for. */
export function nextHint<Name extends Topic>(
  house: House,
  topic: Name,
  judge: (hint: Topics[Name]) => boolean,
): Promise<Topics[Name]> {
  return new Promise((resolve) => {
    const unsubscribe = house.parts.bus.subscribe(topic, (hint) => {
      if (!judge(hint)) return;
      unsubscribe();
      resolve(hint);
    });
  });
}

/** Closes a page of the desk; resolves when its lease is shortened. */
export async function leave(
  house: House,
  accountId: string,
  page: { close(): Promise<void> },
): Promise<void> {
  const told = nextHint(house, 'operator', (hint) => hint.accountId === accountId);
  await page.close();
  await told;
}

/**
 * Resolves when no statement is under way: what was begun before, and has looked at the database, is
 * answered by now or waits for something else.
 */
export async function databaseRests({ parts }: House): Promise<void> {
  const { pool } = parts.database;
  await expect.poll(() => pool.waitingCount + pool.totalCount - pool.idleCount).toBe(0);
}
