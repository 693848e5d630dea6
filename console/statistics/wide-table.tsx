import type { ReactNode } from 'react';
import styles from './figure.module.css';

interface WideTableProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Room for a table that may be wider and longer than the page: it scrolls by itself. */
export function WideTable({ title, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroll} aria-label={title} tabIndex={0}>
      {children}
    </section>
  );
}
