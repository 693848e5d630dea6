import { VisuallyHidden } from '@mantine/core';
import styles from './count-badge.module.css';

interface CountBadgeProps {
  readonly count: number;
  /** The number in a sentence, for those who listen. */
  readonly words: string;
  /** Somebody stands at the desk at this moment. */
  readonly waits?: boolean;
}

/** A number on the icon of a place; none where there is nothing. */
export function CountBadge({ count, words, waits = false }: CountBadgeProps) {
  if (count === 0) return null;

  return (
    <span className={styles.badge} data-waits={waits || undefined}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
