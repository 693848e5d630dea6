import { z } from 'zod';
import { level } from '#protocol/levels.ts';
import { id } from '#protocol/schemas.ts';

/** What stands behind `/coops/…/accounts?`: how the people of a co-op are narrowed. */
const accountsSearch = z
  .object({ q: z.string().min(1).max(200), institution: id, level })
  .partial();
export type AccountsSearch = z.output<typeof accountsSearch>;

/** Leaves out what is no filter, or no value of one: an old bookmark shows more, not an error. */
export function readAccountsSearch(search: Readonly<Record<string, unknown>>): AccountsSearch {
  const known = Object.entries(accountsSearch.shape).filter(
    ([name, schema]) => schema.safeParse(search[name]).success,
  );
  return accountsSearch.parse(
    Object.fromEntries(known.map(([name]) => [name, search[name]] as const)),
  );
}

export function isNarrowed({ q, institution, level: wanted }: AccountsSearch): boolean {
  return q !== undefined || institution !== undefined || wanted !== undefined;
}
