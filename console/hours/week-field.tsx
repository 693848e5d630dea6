import { Button } from '@mantine/core';
import type { Hours } from '#protocol/hours.ts';
import { useText } from '../platform/i18n/index.ts';
import { copyDay, splitAtMidnight } from './change-week.ts';
import { CopyDayMenu } from './copy-day-menu.tsx';
import type { HoursFaults } from './find-faults.ts';
import styles from './hours-editor.module.css';
import { SpansField } from './spans-field.tsx';
import { useHoursWords } from './use-hours-words.ts';
import { nextDay, type Weekday, withDay } from './weekdays.ts';

interface WeekFieldProps {
  readonly week: Hours['week'];
  readonly faults: HoursFaults;
  readonly onChange: (week: Hours['week']) => void;
}

/** The seven days, in the reader's order. */
export function WeekField({ week, faults, onChange }: WeekFieldProps) {
  const t = useText();
  const words = useHoursWords();
  const splitButton = (day: Weekday, position: number) => (
    <Button
      variant="light"
      size="compact-sm"
      mt={4}
      onClick={() => onChange(splitAtMidnight(week, day, position))}
    >
      {t('hours.split', {
        day: words.day(nextDay(day)),
        to: words.time(week[day][position]?.to ?? ''),
      })}
    </Button>
  );

  return (
    <fieldset className={styles.group}>
      <legend>{t('hours.week')}</legend>
      {words.week.map((day) => (
        <div key={day} className={styles.day}>
          <span className={styles.dayName}>{words.day(day)}</span>
          <SpansField
            day={words.day(day)}
            spans={week[day]}
            path={`week.${day}`}
            faults={faults}
            onChange={(spans) => onChange(withDay(week, day, spans))}
            overMidnight={(position) => splitButton(day, position)}
            acts={<CopyDayMenu day={day} onCopy={(to) => onChange(copyDay(week, day, to))} />}
          />
        </div>
      ))}
    </fieldset>
  );
}
