import { IconMoodEmpty, IconMoodHappy, IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import type { RatingValue } from '#protocol/feedback.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './rating-mark.module.css';

const FACES = { 1: IconMoodSad, 2: IconMoodEmpty, 3: IconMoodSmile, 4: IconMoodHappy } as const;

/** A rating as a face and its word. */
export function RatingMark({ value }: { readonly value: RatingValue }) {
  const t = useText();
  const Face = FACES[value];
  return (
    <span className={styles.mark} data-value={value}>
      <Face aria-hidden size={17} stroke={1.8} />
      {t(`told.rating.${value}`)}
    </span>
  );
}
