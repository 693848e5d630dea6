import type { FewMeasures, MeasureKey } from '#protocol/statistics.ts';
import { durationWords } from '../desk/durations.ts';
import { type Translate, useLanguage, useText } from '../platform/i18n/index.ts';

/** What a measure counts in. */
export type MeasureUnit = 'count' | 'seconds' | 'share' | 'mean';

const UNITS: Partial<Record<MeasureKey | 'staffedHours', MeasureUnit>> = {
  waitMean: 'seconds',
  waitMedian: 'seconds',
  durationMean: 'seconds',
  durationMedian: 'seconds',
  referredShare: 'share',
  pleasedShare: 'share',
  elsewhereShare: 'share',
  concurrentMean: 'mean',
  staffedHours: 'mean',
};

export function unitOf(key: MeasureKey | 'staffedHours'): MeasureUnit {
  return UNITS[key] ?? 'count';
}

/** What a chart or a heat map can show. */
export const SHOWN_MEASURES = [
  'chats',
  'answered',
  'missed',
  'abandoned',
  'waitMean',
  'durationMean',
  'messages',
  'referred',
  'answeredElsewhere',
  'rated',
  'pleasedShare',
] as const satisfies readonly (keyof FewMeasures)[];
export type ShownMeasure = (typeof SHOWN_MEASURES)[number];

export type ValueWords = (key: MeasureKey | 'staffedHours', value: number | null) => string;

/** A value as a person reads it: `1,204`, `1 min`, `34%`; a dash where there is none. */
export function useValueWords(): ValueWords {
  const t = useText();
  const { locale } = useLanguage();
  const count = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const mean = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

  return (key, value) => {
    if (value === null) return '–';
    const unit = unitOf(key);
    if (unit === 'seconds') return spanWords(t, value);
    if (unit === 'share') return share.format(value);
    return unit === 'mean' ? mean.format(value) : count.format(value);
  };
}

/** Under ten minutes the seconds count too: `1 min 20 s`. */
function spanWords(t: Translate, seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60 || whole >= 600 || whole % 60 === 0) return durationWords(t, whole);
  return `${durationWords(t, whole)} ${durationWords(t, whole % 60)}`;
}
