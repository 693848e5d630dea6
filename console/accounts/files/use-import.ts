import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { importAccounts } from '#protocol/account-files.ts';
import { sendFile } from '../../platform/api/index.ts';
import { useRefreshAccounts } from '../use-refresh-accounts.ts';

/** Sends a file of accounts: first to see what it would do, then to do it. `sent`: which share of it is there. */
export function useImport(dryRun: boolean) {
  const refresh = useRefreshAccounts();
  const [sent, setSent] = useState(0);

  const sending = useMutation({
    mutationFn: (file: File) =>
      sendFile(importAccounts, {
        query: dryRun ? { dryRun: 'true' } : {},
        file,
        onSent: setSent,
      }),
    onMutate: () => setSent(0),
    onSuccess: ({ applied }) => (applied ? refresh() : undefined),
  });
  return { ...sending, sent };
}
