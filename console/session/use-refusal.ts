import { isProblem } from '../platform/api/index.ts';
import { type TextKey, useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { useCountdown } from './use-countdown.ts';

/**
 * Why an entrance stayed shut, as it stands at its form: null for nothing. Too many attempts are counted
 * down and then forgotten. `wrong`: what wrong credentials mean there.
 */
export function useRefusal(error: unknown, wrong: TextKey): string | null {
  const t = useText();
  const limit = isProblem(error, 'too_many_requests') ? error : null;
  const secondsLeft = useCountdown(limit?.retryAfterSeconds ?? 0, limit);

  if (error === null || error === undefined) return null;
  if (isProblem(error, 'wrong_credentials')) return t(wrong);
  if (limit === null) return sentenceFor(t, error);
  return secondsLeft > 0 ? t('session.wait', { count: secondsLeft }) : null;
}
