import { useWaitingCount } from '../platform/attention/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { CountBadge } from './count-badge.tsx';

/** How many wait for this operator. */
export function WaitingBadge() {
  const t = useText();
  const count = useWaitingCount();
  return <CountBadge count={count} words={t('shell.nav.waiting', { count })} waits />;
}
