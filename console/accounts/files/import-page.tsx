import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { IMPORT_LIMITS } from '#protocol/account-files.ts';
import { isProblem } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { PageHeading } from '../../platform/page/index.ts';
import { FileDrop } from './file-drop.tsx';
import styles from './import-page.module.css';
import { ImportProgress } from './import-progress.tsx';
import { ImportReportView } from './import-report-view.tsx';
import { sayFileFaults } from './say-note.ts';
import { useImport } from './use-import.ts';

const EXPORT_URL = '/api/v1/accounts/export';

/** Accounts from a CSV file and into one. What a file would do is shown before it is done. */
export function ImportPage() {
  const t = useText();
  const [file, setFile] = useState<File | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const looking = useImport(true);
  const applying = useImport(false);
  const busy = looking.isPending ? looking : applying.isPending ? applying : null;
  const error = applying.error ?? looking.error;
  const report = applying.data ?? looking.data;

  const look = (chosen: File) => {
    setFile(chosen);
    applying.reset();
    looking.reset();
    setTooLarge(chosen.size > IMPORT_LIMITS.bytes);
    if (chosen.size <= IMPORT_LIMITS.bytes) looking.mutate(chosen);
  };
  const trouble = () => {
    const most = { megabytes: IMPORT_LIMITS.bytes / 1_000_000, rows: IMPORT_LIMITS.rows };
    if (isTooLarge || isProblem(error, 'too_large')) return t('accounts.import.tooLarge', most);
    if (!error) return null;
    // What is wrong with a file as a whole, only the server can name.
    if (isProblem(error, 'breaks_rule'))
      return t('accounts.import.unreadable', { why: sayFileFaults(t, error) });
    return sentenceFor(t, error);
  };
  const told = trouble();

  return (
    <div className={styles.page}>
      <Anchor component={Link} to="/users" size="sm">
        {t('accounts.title')}
      </Anchor>
      <Group justify="space-between" align="flex-start" mb="lg">
        <div>
          <PageHeading title={t('accounts.files')} />
          <Text c="dimmed" maw="60ch">
            {t('accounts.import.lead')}
          </Text>
        </div>
        <Button
          component="a"
          href={EXPORT_URL}
          download
          variant="default"
          leftSection={<IconDownload aria-hidden size={18} stroke={1.6} />}
        >
          {t('accounts.export')}
        </Button>
      </Group>
      <Stack gap="md">
        <FileDrop file={file} isBusy={busy !== null} onFile={look} />
        <div role="alert">{told !== null && <Alert color="late">{told}</Alert>}</div>
        {busy && <ImportProgress isDryRun={looking.isPending} sent={busy.sent} />}
        {report && !busy && (
          <ImportReportView
            // Another file, or the same one applied, is looked at anew.
            key={`${file?.name}.${report.applied}`}
            report={report}
            onApply={() => file && applying.mutate(file)}
          />
        )}
      </Stack>
    </div>
  );
}
