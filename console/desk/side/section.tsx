import type { ReactNode } from 'react';
import { useId } from 'react';
import type { TourPlace } from '../../practice/index.ts';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** A number or a few words at the end of the heading's line. */
  readonly aside?: ReactNode;
  /** By which the tour of the desk finds it. */
  readonly tour?: TourPlace;
  readonly children: ReactNode;
}

/** A part of the left column, named by its heading. */
export function Section({ title, aside, tour, children }: SectionProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={styles.section} data-tour={tour}>
      <div className={styles.line}>
        <h2 id={headingId} className={styles.heading}>
          {title}
        </h2>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
