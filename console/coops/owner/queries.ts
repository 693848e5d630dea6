import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AccountRow, listAccounts } from '#protocol/account-administration.ts';
import { ACCOUNTS_KEY } from '../../accounts/queries.ts';
import { call } from '../../platform/api/index.ts';

const SUGGESTIONS = 50;

/** Who of these libraries is called something like that. */
export function firstAdminsQuery(q: string, institutionIds: readonly string[]) {
  const [only, ...others] = institutionIds;
  // One library can be asked for; of several, those that were found are looked through.
  const institutionId = others.length === 0 ? only : undefined;
  return queryOptions({
    queryKey: [...ACCOUNTS_KEY, 'first-admins', { q, institutionIds }],
    queryFn: async ({ signal }): Promise<AccountRow[]> => {
      const { items } = await call(listAccounts, {
        query: { q: q === '' ? undefined : q, institutionId, limit: SUGGESTIONS },
        signal,
      });
      return items.filter((account) => institutionIds.includes(account.institutionId));
    },
    enabled: institutionIds.length > 0,
    placeholderData: keepPreviousData,
  });
}
