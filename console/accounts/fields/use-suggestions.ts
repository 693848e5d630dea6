import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { AccountRow } from '#protocol/account-administration.ts';
import type { Role } from '#protocol/accounts.ts';
import { suggestionsQuery } from '../queries.ts';

/** Without a key: who pauses so long wants to see something. */
export const TYPING_MILLISECONDS = 120;

/** Accounts that a field offers for what is typed in it, as the server finds them. */
export function useSuggestions(typed: string, role: Role | undefined): readonly AccountRow[] {
  const [q] = useDebouncedValue(typed.trim(), TYPING_MILLISECONDS);
  const found = useQuery(suggestionsQuery(q, role));
  return found.data?.items ?? [];
}

interface Named {
  readonly id: string;
  readonly displayName: string;
  readonly username: string;
  readonly institutionName: string;
}

export function optionOf({ id, displayName, username, institutionName }: Named) {
  return { value: id, label: `${displayName} · ${username} · ${institutionName}` };
}
