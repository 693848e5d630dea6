import { z } from 'zod';
import { accountSort, accountState } from '#protocol/account-administration.ts';
import { role } from '#protocol/accounts.ts';
import { id } from '#protocol/schemas.ts';

/** What stands behind `/users?`: how the list is narrowed and sorted. */
const usersSearch = z
  .object({
    q: z.string().min(1).max(200),
    institution: id,
    role,
    queue: id,
    state: accountState,
    sort: accountSort,
    descending: z.literal(true),
  })
  .partial();
export type UsersSearch = z.output<typeof usersSearch>;
export type UsersSort = z.output<typeof accountSort>;

const NARROWING = ['q', 'institution', 'role', 'queue', 'state'] as const;

/** Leaves out what is no filter, or no value of one: an old bookmark shows more, not an error. */
export function readUsersSearch(search: Readonly<Record<string, unknown>>): UsersSearch {
  const known = Object.entries(usersSearch.shape).filter(
    ([name, schema]) => schema.safeParse(search[name]).success,
  );
  return usersSearch.parse(
    Object.fromEntries(known.map(([name]) => [name, search[name]] as const)),
  );
}

export function isNarrowed(search: UsersSearch): boolean {
  return NARROWING.some((name) => search[name] !== undefined);
}

/** A click on a heading: sorts by it, and turns the order round when it sorts by it already. */
export function sortBy(search: UsersSearch, sort: UsersSort): UsersSearch {
  const isSorted = (search.sort ?? 'username') === sort;
  const descending = isSorted && search.descending !== true ? true : undefined;
  return { ...search, sort: sort === 'username' ? undefined : sort, descending };
}
