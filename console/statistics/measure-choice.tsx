import { NativeSelect } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';
import { SHOWN_MEASURES, type ShownMeasure } from './measure-words.ts';

interface MeasureChoiceProps {
  readonly value: ShownMeasure;
  readonly onChange: (measure: ShownMeasure) => void;
}

export function MeasureChoice({ value, onChange }: MeasureChoiceProps) {
  const t = useText();
  return (
    <NativeSelect
      aria-label={t('statistics.measure')}
      data={SHOWN_MEASURES.map((key) => ({ value: key, label: t(`statistics.${key}`) }))}
      value={value}
      onChange={(event) => {
        const measure = SHOWN_MEASURES.find((key) => key === event.currentTarget.value);
        if (measure) onChange(measure);
      }}
    />
  );
}
