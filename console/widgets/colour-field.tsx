import { Button, ColorInput, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { colour as colourSchema } from '#protocol/widgets.ts';
import { useText } from '../platform/i18n/index.ts';
import { contrast, textUpon } from '../platform/theme/index.ts';
import styles from './colour-field.module.css';

const CARREL_GREEN = '#1f5f4a';

interface ColourFieldProps {
  readonly value: string;
  readonly onChange: (colour: string) => void;
  readonly error: ReactNode;
}

/** The library's colour, and how a button of the widget looks in it; empty for Carrel's green. */
export function ColourField({ value, onChange, error }: ColourFieldProps) {
  const t = useText();
  const { data: shown = CARREL_GREEN } = colourSchema.safeParse(value);
  const text = textUpon(shown);
  const ratio = contrast(text, shown).toFixed(1);

  return (
    <div>
      <ColorInput
        label={t('widgets.colour')}
        description={t('widgets.colour.hint')}
        placeholder={CARREL_GREEN}
        eyeDropperButtonProps={{ 'aria-label': t('widgets.colour.pick') }}
        value={value}
        onChange={onChange}
        error={error}
      />
      <Group gap="sm" mt="xs">
        <span className={styles.sample} style={{ background: shown, color: text }}>
          {t('widgets.colour.sample')}
        </span>
        <Text size="sm" c="dimmed">
          {t('widgets.colour.contrast', { ratio })}
        </Text>
        {value !== '' && (
          <Button variant="subtle" size="compact-sm" onClick={() => onChange('')}>
            {t('widgets.colour.reset')}
          </Button>
        )}
      </Group>
    </div>
  );
}
