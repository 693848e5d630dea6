import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import type { Statistics } from '#protocol/statistics.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import { daysOf } from '../told-chats/days.ts';
import { FileLink } from '../told-chats/file-link.tsx';
import { ToldFilters } from '../told-chats/told-filters.tsx';
import { filterOf, type ToldPlace } from '../told-chats/told-place.ts';
import type { ToldSearch } from '../told-chats/told-search.ts';
import { useToday } from '../told-chats/use-today.ts';
import { Compared } from './compared.tsx';
import { MeasureTiles } from './measure-tiles.tsx';
import { OverTime } from './over-time.tsx';
import { statisticsFile, statisticsQuery } from './queries.ts';
import styles from './statistics-page.module.css';
import { WeekMap } from './week-map.tsx';

interface StatisticsPageProps {
  readonly place: ToldPlace;
  readonly search: ToldSearch;
  readonly onSearch: (search: ToldSearch) => void;
}

/** Counts, waits, durations and ratings, each with what it means. */
export function StatisticsPage({ place, search, onSearch }: StatisticsPageProps) {
  const t = useText();
  const today = useToday();
  const filter = filterOf(search, place, daysOf(search, 'days30', today));
  const statistics = useQuery(statisticsQuery(filter));

  return (
    <div className={styles.page}>
      <PageHeading title={t('statistics.title')} />
      <ToldFilters
        place={place}
        search={search}
        usual="days30"
        today={today}
        seen={[]}
        onChange={onSearch}
      >
        <FileLink href={statisticsFile(filter)} />
      </ToldFilters>
      <ListState query={statistics}>
        {(data) => (
          <div className={styles.results} aria-busy={statistics.isPlaceholderData}>
            {data.total.chats === 0 ? (
              <EmptyNotice title={t('statistics.empty')} text={t('statistics.empty.text')} />
            ) : (
              <Results
                data={data}
                filter={filter}
                onNarrow={(by) => onSearch({ ...search, ...by })}
              />
            )}
          </div>
        )}
      </ListState>
    </div>
  );
}

interface ResultsProps extends Pick<ComponentProps<typeof Compared>, 'filter' | 'onNarrow'> {
  readonly data: Statistics;
}

function Results({ data, filter, onNarrow }: ResultsProps) {
  const t = useText();
  return (
    <>
      <MeasureTiles total={data.total} />
      <OverTime series={data.series} step={data.step} />
      <WeekMap week={data.week} />
      <Compared filter={filter} chats={data.total.chats} onNarrow={onNarrow} />
      <p className={styles.zone}>{t('statistics.zone', { zone: data.timeZone })}</p>
    </>
  );
}
