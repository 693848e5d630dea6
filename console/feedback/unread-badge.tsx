import { useQuery } from '@tanstack/react-query';
import { useText } from '../platform/i18n/index.ts';
import { CountBadge } from '../shell/count-badge.tsx';
import { unreadQuery } from './unread-query.ts';

/** How many quality notes and replies the reader has not read. */
export function UnreadBadge() {
  const t = useText();
  const { data } = useQuery(unreadQuery);
  const count = data?.unread ?? 0;
  return <CountBadge count={count} words={t('feedback.unread.notes', { count })} />;
}
