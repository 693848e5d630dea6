import type { ContributionSearch } from './contribution-search.ts';

/** Months that the ledger shows at first, this one included. */
const USUAL_MONTHS = 12;

/** `2026-03` and so many months later, or earlier. */
export function addMonths(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

/** The months that the address asks for: both ends, whichever it names. */
export function monthsOf({ from, to }: ContributionSearch, now: Date) {
  const last = to ?? now.toISOString().slice(0, 7);
  const first = from ?? addMonths(last, 1 - USUAL_MONTHS);
  return first <= last ? { from: first, to: last } : { from: last, to: first };
}

/** As the server is asked: from the first moment of the one to that after the other. */
export function askedMonths({ from, to }: { from: string; to: string }) {
  return { from: `${from}-01T00:00:00Z`, to: `${addMonths(to, 1)}-01T00:00:00Z` };
}
