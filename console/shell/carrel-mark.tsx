import styles from './carrel-mark.module.css';

/** Carrel's C. Decoration: whatever stands beside it names the place. */
export function CarrelMark({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 32 32" aria-hidden="true">
      <rect className={styles.ground} width="32" height="32" rx="8" />
      <text className={styles.letter} x="16" y="22.2" textAnchor="middle">
        C
      </text>
    </svg>
  );
}
