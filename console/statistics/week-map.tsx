import { NativeSelect, useMatches } from '@mantine/core';
import { type CSSProperties, useState } from 'react';
import type { Statistics } from '#protocol/statistics.ts';
import { useLanguage, useText } from '../platform/i18n/index.ts';
import styles from './figure.module.css';
import { SHOWN_MEASURES, useValueWords } from './measure-words.ts';
import { hoursShown, WEEKDAYS, type WeekMeasure, weekGrid } from './week-grid.ts';
import map from './week-map.module.css';
import { WideTable } from './wide-table.tsx';

const MEASURES: readonly WeekMeasure[] = [...SHOWN_MEASURES, 'staffedHours'];

/** One measure by hour of the week: a table of numbers, the darker the higher. */
export function WeekMap({ week }: Pick<Statistics, 'week'>) {
  const t = useText();
  const [measure, setMeasure] = useState<WeekMeasure>('chats');
  const isNarrow = useMatches({ base: true, md: false });
  const title = t('statistics.week');

  return (
    <section>
      <div className={styles.head}>
        <h2 className={styles.heading}>{title}</h2>
        <NativeSelect
          aria-label={t('statistics.measure')}
          data={MEASURES.map((key) => ({ value: key, label: t(`statistics.${key}`) }))}
          value={measure}
          onChange={(event) => {
            const chosen = MEASURES.find((key) => key === event.currentTarget.value);
            if (chosen) setMeasure(chosen);
          }}
        />
      </div>
      <p className={styles.definition}>{t(`statistics.${measure}.means`)}</p>
      <WeekTable week={week} measure={measure} title={title} hasHoursDown={isNarrow} />
    </section>
  );
}

interface WeekTableProps extends Pick<Statistics, 'week'> {
  readonly measure: WeekMeasure;
  readonly title: string;
  /** Hours from top to bottom, where there is no room for them side by side. */
  readonly hasHoursDown: boolean;
}

function WeekTable({ week, measure, title, hasHoursDown }: WeekTableProps) {
  const words = useValueWords();
  const { weekdayOf, hourOf } = useWeekWords(hasHoursDown);
  const cell = weekGrid(week, measure);
  const days = WEEKDAYS.map((weekday) => ({ weekday, name: weekdayOf(weekday) }));
  const hours = hoursShown(week).map((hour) => ({ hour, name: hourOf(hour) }));
  const draw = (weekday: number, hour: number) => {
    const { value, share } = cell(weekday, hour);
    return (
      <td key={`${weekday} ${hour}`} style={shareOf(share)}>
        {value === null || value === 0 ? (
          <span className={map.none}>{words(measure, value)}</span>
        ) : (
          words(measure, value)
        )}
      </td>
    );
  };

  return (
    <WideTable title={title}>
      <table className={map.map}>
        <thead>
          <tr>
            <td />
            {(hasHoursDown ? days : hours).map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hasHoursDown
            ? hours.map(({ hour, name }) => (
                <tr key={hour}>
                  <th scope="row">{name}</th>
                  {days.map(({ weekday }) => draw(weekday, hour))}
                </tr>
              ))
            : days.map(({ weekday, name }) => (
                <tr key={weekday}>
                  <th scope="row">{name}</th>
                  {hours.map(({ hour }) => draw(weekday, hour))}
                </tr>
              ))}
        </tbody>
      </table>
    </WideTable>
  );
}

/** For the style sheet, which makes a shade of it. */
function shareOf(share: number): CSSProperties & Record<'--share', number> {
  return { '--share': share };
}

/** Names of days and hours as the reader's region writes them. */
function useWeekWords(isShort: boolean) {
  const { locale } = useLanguage();
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: isShort ? 'short' : 'long',
  });
  const hour = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric' });
  return {
    // The 4th of January 1970 was a Sunday.
    weekdayOf: (weekday: number) => day.format(new Date(Date.UTC(1970, 0, 4 + weekday))),
    hourOf: (at: number) => hour.format(new Date(Date.UTC(1970, 0, 1, at))),
  };
}
