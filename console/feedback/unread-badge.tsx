import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../platform/i18n/index.ts';
import styles from './unread-badge.module.css';
import { unreadQuery } from './unread-query.ts';

/** How many quality notes and replies the reader has not read: a number, and words for those who listen. */
export function UnreadBadge() {
  const t = useText();
  const { data } = useQuery(unreadQuery);
  const count = data?.unread ?? 0;
  if (count === 0) return null;

  return (
    <span className={styles.badge}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <VisuallyHidden>{t('feedback.unread.notes', { count })}</VisuallyHidden>
    </span>
  );
}
