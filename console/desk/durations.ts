import type { Translate } from '../platform/i18n/index.ts';

/** `19 s`, `4 min`, `1 h 20 min`: in whole units, as people say it. */
export function durationWords(t: Translate, seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return t('desk.seconds', { seconds: whole });
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return t('desk.minutes', { minutes });
  return t('desk.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
