import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCoop } from '../coops/index.ts';
import { durationWords } from '../desk/durations.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import styles from './activity-page.module.css';
import { activityQuery } from './queries.ts';
import { SittingsTable } from './sittings-table.tsx';

/** When the reader was at the co-op’s desk, and what it comes to. */
export function ActivityPage() {
  const t = useText();
  const { id: coopId, name } = useCoop();
  const activity = useInfiniteQuery(activityQuery(coopId));

  return (
    <div className={styles.page}>
      <PageHeading title={t('activity.title')} />
      <Text c="dimmed" maw="68ch">
        {t('activity.lead', { name })}
      </Text>
      <ListState query={activity}>
        {({ pages }) => {
          const sittings = pages.flatMap(({ items }) => items);
          return (
            <>
              <dl className={styles.totals}>
                {pages[0]?.totals.map(({ period, minutes, sittings: times, chats }) => (
                  <div key={period} className={styles.total}>
                    <dt className={styles.period}>{t(`activity.${period}`)}</dt>
                    <dd className={styles.time}>{durationWords(t, minutes * 60)}</dd>
                    <dd className={styles.counts}>
                      {t('activity.times', { count: times })} ·{' '}
                      {t('activity.chats', { count: chats })}
                    </dd>
                  </div>
                ))}
              </dl>
              {sittings.length === 0 ? (
                <EmptyNotice title={t('activity.empty')} text={t('activity.empty.text')} />
              ) : (
                <SittingsTable sittings={sittings} />
              )}
            </>
          );
        }}
      </ListState>
      {activity.hasNextPage && (
        <Button
          variant="default"
          loading={activity.isFetchingNextPage}
          onClick={() => activity.fetchNextPage()}
        >
          {t('told.more')}
        </Button>
      )}
    </div>
  );
}
