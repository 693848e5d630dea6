import { Select } from '@mantine/core';
import { WITHIN_PAGE } from '../accounts/fields/within-page.ts';
import { useText } from '../platform/i18n/index.ts';

/** Names of which more are found by typing on. */
const SHOWN_ZONES = 60;

interface TimeZoneFieldProps {
  readonly value: string;
  readonly onChange: (timeZone: string) => void;
}

export function TimeZoneField({ value, onChange }: TimeZoneFieldProps) {
  const t = useText();

  return (
    <Select
      label={t('hours.timeZone')}
      data={timeZones(value)}
      value={value}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      searchable
      allowDeselect={false}
      limit={SHOWN_ZONES}
      comboboxProps={WITHIN_PAGE}
      nothingFoundMessage={t('hours.timeZone.none')}
    />
  );
}

/** The browser's list leaves out UTC and the zone of some machines. */
function timeZones(chosen: string): { value: string; label: string }[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen]);
  return [...names].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
