import { RESTORE_DAYS } from '#protocol/limits.ts';

/** What was deleted after this can still be restored; what was deleted before is for the purge. */
export function restorableSince(now: Date): Date {
  return new Date(now.getTime() - RESTORE_DAYS * 86_400_000);
}
