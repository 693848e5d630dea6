import type { Hours } from '#protocol/hours.ts';
import { useText } from '../platform/i18n/index.ts';
import { groupDays } from './group-days.ts';
import styles from './hours-reading.module.css';
import { useHoursWords } from './use-hours-words.ts';

interface HoursReadingProps {
  readonly hours: Hours | null;
  /** What it says when there are none: always open, always covered. */
  readonly always: string;
}

/** Hours in words, days alike together. */
export function HoursReading({ hours, always }: HoursReadingProps) {
  const t = useText();
  const words = useHoursWords();

  if (hours === null) return <p className={styles.line}>{always}</p>;
  const groups = groupDays(hours.week, words.week);
  const isNever = groups.length === 1 && groups[0]?.spans.length === 0;
  const holidays = hours.holidays.toSorted((one, other) => (one.date < other.date ? -1 : 1));
  return (
    <>
      {isNever ? (
        <p className={styles.line}>{t('hours.never')}</p>
      ) : (
        <dl className={styles.days}>
          {groups.map((group) => (
            <div key={group.first}>
              <dt>{groups.length === 1 ? t('hours.everyDay') : words.days(group)}</dt>
              <dd>{words.spans(group.spans)}</dd>
            </div>
          ))}
          {holidays.map(({ date, name, spans }) => (
            <div key={date}>
              <dt>{name === '' ? words.date(date) : `${words.date(date)}, ${name}`}</dt>
              <dd>{words.spans(spans)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.zone}>
        {t('hours.zone', { zone: hours.timeZone.replaceAll('_', ' ') })}
      </p>
    </>
  );
}
