import { TagsInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../platform/i18n/index.ts';
import { asOrigin } from './as-origin.ts';

interface OriginsFieldProps {
  readonly value: string[];
  readonly onChange: (origins: string[]) => void;
  readonly error: ReactNode;
}

/** Which sites may open chats. A whole address is cut down to its origin, so that pasting one works. */
export function OriginsField({ value, onChange, error }: OriginsFieldProps) {
  const t = useText();

  return (
    <TagsInput
      label={t('widgets.origins')}
      description={t('widgets.origins.hint')}
      placeholder={value.length === 0 ? 'https://www.example.org' : ''}
      splitChars={[',', ' ', ';']}
      acceptValueOnBlur
      value={value}
      onChange={(origins) => onChange([...new Set(origins.map(asOrigin))])}
      error={error}
    />
  );
}
