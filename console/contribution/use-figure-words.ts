import { useLanguage } from '../platform/i18n/index.ts';
import type { Figure } from './ledger-columns.ts';

/** A figure as it is read: `+12`, `3.5`. */
export function useFigureWords(): (figure: Figure, value: number) => string {
  const { locale } = useLanguage();
  const whole = new Intl.NumberFormat(locale);
  const hours = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const formats = { balance: signed, hoursStaffed: hours } as const;
  return (figure, value) =>
    (figure === 'balance' || figure === 'hoursStaffed' ? formats[figure] : whole).format(value);
}
