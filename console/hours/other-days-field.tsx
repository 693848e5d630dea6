import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconTrash } from '@tabler/icons-react';
import type { ExceptionalDay } from '#protocol/hours.ts';
import { useText } from '../platform/i18n/index.ts';
import type { HoursFaults } from './find-faults.ts';
import styles from './hours-editor.module.css';
import { SpansField } from './spans-field.tsx';
import { useHoursWords } from './use-hours-words.ts';

interface OtherDaysFieldProps {
  readonly days: readonly ExceptionalDay[];
  readonly faults: HoursFaults;
  readonly onChange: (days: ExceptionalDay[]) => void;
}

/** Holidays, and days with hours of their own. */
export function OtherDaysField({ days, faults, onChange }: OtherDaysFieldProps) {
  const t = useText();
  const words = useHoursWords();
  const change = (position: number, part: Partial<ExceptionalDay>) =>
    onChange(days.map((day, n) => (n === position ? { ...day, ...part } : day)));

  return (
    <fieldset className={styles.group}>
      <legend>{t('hours.exceptions')}</legend>
      <Text size="sm" c="dimmed" mb="xs">
        {t('hours.exceptions.hint')}
      </Text>
      {days.map((day, n) => {
        const name = day.date === '' ? t('hours.exceptions.new') : words.date(day.date);
        const fault = faults.get(`holidays.${n}.date`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day that is being dated has no other name.
          <div key={n} className={styles.otherDay}>
            <div className={styles.which}>
              <TextInput
                type="date"
                label={t('hours.exceptions.date')}
                value={day.date}
                error={fault && t(`hours.fault.${fault}`)}
                onChange={({ currentTarget }) => change(n, { date: currentTarget.value })}
              />
              <TextInput
                label={t('hours.exceptions.name')}
                placeholder={t('hours.exceptions.name.hint')}
                maxLength={100}
                value={day.name}
                onChange={({ currentTarget }) => change(n, { name: currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="late"
                size="lg"
                aria-label={t('hours.exceptions.remove', { day: name })}
                onClick={() => onChange(days.filter((_, position) => position !== n))}
              >
                <IconTrash aria-hidden size={18} stroke={1.6} />
              </ActionIcon>
            </div>
            <SpansField
              day={name}
              spans={day.spans}
              path={`holidays.${n}.spans`}
              faults={faults}
              onChange={(spans) => change(n, { spans })}
            />
          </div>
        );
      })}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconCalendarPlus aria-hidden size={17} stroke={1.6} />}
        onClick={() => onChange([...days, { date: '', name: '', spans: [] }])}
      >
        {t('hours.exceptions.add')}
      </Button>
    </fieldset>
  );
}
