import { z } from 'zod';
import { readKnown } from '../told-chats/told-search.ts';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const contributionSearch = z
  .object({ from: z.string().regex(MONTH), to: z.string().regex(MONTH) })
  .partial();

/** Months as `2026-03`, both included. */
export type ContributionSearch = z.output<typeof contributionSearch>;

export function readContributionSearch(
  search: Readonly<Record<string, unknown>>,
): ContributionSearch {
  return readKnown(contributionSearch, search);
}
