import { CLOSED_PAGE_GRACE_SECONDS, SILENCE_SECONDS } from '#protocol/limits.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { ensureOperator, shortenLease, upsertLease } from './store.ts';

interface Page {
  /** Made by the tab; one lease for each. */
  readonly pageId: string;
  readonly accountId: string;
}

export function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + SILENCE_SECONDS * 1_000);
}

/**
 * A page of the desk has opened, or is back after a cut.
 *
 * @throws conflict for the id of somebody else's page, whose lease it is
 */
export async function beginLease(
  { database, clock, bus }: Parts,
  { pageId, accountId }: Page,
): Promise<void> {
  const now = clock.now();
  await ensureOperator(database.sql, accountId, now);
  const lease = { pageId, accountId, expiresAt: leaseEnd(now) };
  if (!(await upsertLease(database.sql, lease)))
    throw problem('conflict', 'This page is somebody else’s. Load it anew.');
  bus.publish('operator', { accountId: accountId });
}

/** A page has closed. It may be a reload, so the lease lives on for a moment. */
export async function endLease({ database, clock, bus }: Parts, page: Page): Promise<void> {
  const end = new Date(clock.now().getTime() + CLOSED_PAGE_GRACE_SECONDS * 1_000);
  await shortenLease(database.sql, page, end);
  bus.publish('operator', { accountId: page.accountId });
}
