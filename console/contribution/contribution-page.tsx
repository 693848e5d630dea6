import { Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useCoop } from '../coops/index.ts';
import { loadCode } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import { FileLink } from '../told-chats/file-link.tsx';
import styles from './contribution-page.module.css';
import type { ContributionSearch } from './contribution-search.ts';
import { LedgerTable } from './ledger-table.tsx';
import { askedMonths, monthsOf } from './months.ts';
import { contributionFile, contributionQuery } from './queries.ts';
import { TotalsTable } from './totals-table.tsx';

const route = getRouteApi('/staff/coops/$coopId/contribution');

const ContributionChart = lazy(async () => {
  const { ContributionChart: chart } = await loadCode(() => import('./contribution-chart.tsx'));
  return { default: chart };
});

/** Who answers for whom: each library’s account with the co-op. */
export function ContributionPage() {
  const t = useText();
  const { id: coopId, name } = useCoop();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const months = monthsOf(search, new Date());
  const asked = askedMonths(months);
  const ledger = useQuery(contributionQuery(coopId, asked));
  const change = (changed: ContributionSearch) => navigate({ search: changed, replace: true });

  return (
    <div className={styles.page}>
      <PageHeading title={t('contribution.title')} />
      <Text c="dimmed" maw="68ch">
        {t('contribution.lead', { name })}
      </Text>
      <div className={styles.filters}>
        <TextInput
          type="month"
          label={t('contribution.from')}
          value={months.from}
          max={months.to}
          onChange={(event) => change({ ...search, from: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="month"
          label={t('contribution.to')}
          value={months.to}
          min={months.from}
          onChange={(event) => change({ ...search, to: event.currentTarget.value || undefined })}
        />
        <FileLink href={contributionFile(coopId, asked)} />
      </div>
      <ListState query={ledger}>
        {({ items, totals }) =>
          totals.length === 0 ? (
            <EmptyNotice title={t('contribution.empty')} text={t('contribution.empty.text')} />
          ) : (
            <div className={styles.results} aria-busy={ledger.isPlaceholderData}>
              <TotalsTable totals={totals} />
              <div className={styles.frame}>
                <Suspense fallback={<div className={styles.room} />}>
                  <ContributionChart totals={totals} />
                </Suspense>
              </div>
              <LedgerTable items={items} />
            </div>
          )
        }
      </ListState>
    </div>
  );
}
