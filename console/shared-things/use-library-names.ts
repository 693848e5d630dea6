import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { institutionsQuery } from '../institutions/index.ts';
import { useText } from '../platform/i18n/index.ts';

/** Says whose a thing is. Null: the consortium's. */
export function useLibraryNames(): (institutionId: string | null) => string {
  const t = useText();
  const { data } = useQuery(institutionsQuery);

  return useCallback(
    (institutionId) => {
      if (institutionId === null) return t('things.consortium');
      return data?.items.find(({ id }) => id === institutionId)?.name ?? '';
    },
    [data, t],
  );
}
