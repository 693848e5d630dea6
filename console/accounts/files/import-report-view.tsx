import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportReport } from '#protocol/account-files.ts';
import { useText } from '../../platform/i18n/index.ts';
import styles from './import-report.module.css';
import { ImportRows } from './import-rows.tsx';
import { countOf, firstShown, mayApply, rowsOf, SHOWN, type Shown } from './report-filter.ts';

interface ImportReportViewProps {
  readonly report: ImportReport;
  readonly onApply: () => void;
}

/** What a file would do, or has done, row by row. */
export function ImportReportView({ report, onApply }: ImportReportViewProps) {
  const t = useText();
  const [shown, setShown] = useState<Shown>(() => firstShown(report));
  const { creates, changes, refused, applied } = report;
  const counts = { creates, changes };

  const verdict = () => {
    if (applied) return t('accounts.import.applied', counts);
    if (refused > 0) return t('accounts.import.refused', { count: refused });
    return mayApply(report) ? t('accounts.import.ready', counts) : t('accounts.import.nothing');
  };
  return (
    <section aria-label={t('accounts.import.report')}>
      <Group justify="space-between" mb="md">
        <Text role="status" fw={600}>
          {verdict()}
        </Text>
        {mayApply(report) && (
          <Button onClick={onApply}>
            {t('accounts.import.apply', { count: creates + changes })}
          </Button>
        )}
        {applied && (
          <Button component={Link} to="/users">
            {t('accounts.created.toUsers')}
          </Button>
        )}
      </Group>
      <SegmentedControl
        className={styles.filter}
        aria-label={t('accounts.import.filter')}
        transitionDuration={0}
        data={SHOWN.map((what) => ({
          value: what,
          label: t(`accounts.import.show.${what}`, { count: countOf(report, what) }),
          disabled: what !== 'all' && countOf(report, what) === 0,
        }))}
        value={shown}
        onChange={setShown}
      />
      <ImportRows rows={rowsOf(report, shown)} />
    </section>
  );
}
