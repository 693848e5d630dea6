import { Stack, Switch, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Hours } from '#protocol/hours.ts';
import { FormActs } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { useFaultFocus } from '../platform/use-fault-focus.ts';
import { Refusal } from '../session/refusal.tsx';
import { findFaults } from './find-faults.ts';
import styles from './hours-editor.module.css';
import { HoursReading } from './hours-reading.tsx';
import { OtherDaysField } from './other-days-field.tsx';
import { TimeZoneField } from './time-zone-field.tsx';
import { WeekField } from './week-field.tsx';

const OFFICE_HOURS = [{ from: '09:00', to: '17:00' }];

interface HoursFormProps {
  /** Null: always. */
  readonly hours: Hours | null;
  /** Of whom the hours are: proposed for those that have none yet. */
  readonly timeZone: string;
  /** The switch that stands for no hours at all: “Open at any hour”. */
  readonly always: string;
  readonly alwaysHint?: string;
  readonly isSaving: boolean;
  /** Why saving came to nothing; null while it has not. */
  readonly trouble: string | null;
  readonly onSave: (hours: Hours | null) => void;
  readonly onCancel: () => void;
  /** Above the buttons. */
  readonly children?: ReactNode;
}

/** When something is open: by weekday, on other days, in which time zone; or always. With what that means, in words. */
export function HoursForm(props: HoursFormProps) {
  const { timeZone, always, alwaysHint, isSaving, trouble, onSave, onCancel, children } = props;
  const t = useText();
  const [isAlways, setAlways] = useState(props.hours === null);
  // Kept while the switch is on, so that it can be thrown back.
  const [hours, setHours] = useState<Hours>(() => props.hours ?? officeHours(timeZone));
  const [attempts, setAttempts] = useState(0);
  const found = findFaults(hours);
  // What is only missing is told when one wants to save; what contradicts itself at once.
  const faults =
    attempts > 0
      ? found
      : new Map([...found].filter(([, fault]) => fault !== 'time' && fault !== 'date'));
  const form = useFaultFocus(attempts);

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isAlways) return onSave(null);
        if (found.size > 0) return setAttempts((before) => before + 1);
        onSave(hours);
      }}
    >
      <Stack gap="lg">
        <Switch
          label={always}
          description={alwaysHint}
          checked={isAlways}
          onChange={(event) => setAlways(event.currentTarget.checked)}
        />
        {!isAlways && (
          <>
            <TimeZoneField
              value={hours.timeZone}
              onChange={(chosen) => setHours({ ...hours, timeZone: chosen })}
            />
            <WeekField
              week={hours.week}
              faults={faults}
              onChange={(week) => setHours({ ...hours, week })}
            />
            <OtherDaysField
              days={hours.holidays}
              faults={faults}
              onChange={(holidays) => setHours({ ...hours, holidays })}
            />
            <section className={styles.reading}>
              <Title order={3} fz={15} mb={6}>
                {t('hours.reading')}
              </Title>
              <HoursReading hours={hours} always={always} />
            </section>
          </>
        )}
        {children}
        <Refusal text={trouble} />
        <FormActs submit={t('hours.save')} isBusy={isSaving} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

function officeHours(timeZone: string): Hours {
  const day = OFFICE_HOURS;
  return { timeZone, week: [[], day, day, day, day, day, []], holidays: [] };
}
