import { TextInput } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';
import type { HoursFault } from './find-faults.ts';

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  /** At the end of a day, midnight is 24:00, which a browser’s field can only show as 00:00. */
  readonly isEnd?: boolean;
  readonly fault: HoursFault | undefined;
  readonly onChange: (time: string) => void;
}

export function TimeField({ label, value, isEnd = false, fault, onChange }: TimeFieldProps) {
  const t = useText();

  return (
    <TextInput
      type="time"
      aria-label={label}
      value={value === '24:00' ? '00:00' : value}
      error={fault && t(`hours.fault.${fault}`)}
      onChange={({ currentTarget }) =>
        onChange(isEnd && currentTarget.value === '00:00' ? '24:00' : currentTarget.value)
      }
    />
  );
}
