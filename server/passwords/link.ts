import type { Parts } from '../platform/parts.ts';
import { deleteLinksExpiredBefore } from './store.ts';

/** What a link from a mail is for. */
export type LinkPurpose = 'reset' | 'invitation';

const HOUR_MS = 3_600_000;

/** How long it holds, in milliseconds: somebody waits for a reset, and may be on holiday for an invitation. */
const LINK_LIFE: Readonly<Record<LinkPurpose, number>> = {
  reset: HOUR_MS,
  invitation: 7 * 24 * HOUR_MS,
};

export function linkEnd(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + LINK_LIFE[purpose]);
}

export function forgetOldLinks({ database, clock }: Parts): Promise<void> {
  return deleteLinksExpiredBefore(database.sql, clock.now());
}
