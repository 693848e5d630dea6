import { Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readImportProgress } from '#protocol/account-files.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';

const ASK_EVERY_MILLISECONDS = 300;

interface ImportProgressProps {
  readonly isDryRun: boolean;
  /** Which share of the file is on the server, from 0 to 1. */
  readonly sent: number;
}

/** How far the server is with a file. Shown while it works, and asks it meanwhile. */
export function ImportProgress({ isDryRun, sent }: ImportProgressProps) {
  const t = useText();
  const asked = useQuery({
    queryKey: ['import-progress'],
    queryFn: ({ signal }) => call(readImportProgress, { signal }),
    enabled: sent >= 1,
    refetchInterval: ASK_EVERY_MILLISECONDS,
    gcTime: 0,
    retry: false,
  });
  const rows = asked.data?.progress ?? null;
  // Until the server has counted its rows, all that is known is that it is at work.
  const share = sent < 1 ? sent : rows === null ? 1 : rows.done / Math.max(1, rows.rows);

  return (
    <div>
      <Text size="sm" mb={6} role="status">
        {t(isDryRun ? 'accounts.import.looking' : 'accounts.import.applying')}
      </Text>
      <Progress
        aria-label={t('accounts.import.progress')}
        value={share * 100}
        animated={sent >= 1 && rows === null}
        transitionDuration={ASK_EVERY_MILLISECONDS}
      />
      {rows !== null && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('accounts.import.rows', rows)}
        </Text>
      )}
    </div>
  );
}
