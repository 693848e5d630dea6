import { IconCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Departure } from '../../platform/connection/index.ts';
import { useConnection } from '../../platform/connection/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { LibraryBadge } from '../library-badge.tsx';
import styles from './departure-card.module.css';

/** Milliseconds: long enough to read who has it. */
const SHOWN = 4_000;

/** A chat that a colleague took, in the place where it waited. */
export function DepartureCard({ departure }: { readonly departure: Departure }) {
  const t = useText();
  const { change } = useConnection();
  const chatId = departure.chat.id;

  useEffect(() => {
    const timer = setTimeout(() => change({ type: 'departure_shown', chatId }), SHOWN);
    return () => clearTimeout(timer);
  }, [change, chatId]);

  return (
    <li className={styles.card}>
      <LibraryBadge name={departure.chat.institutionName} />
      <span className={styles.words}>
        <IconCheck aria-hidden size={16} stroke={1.8} />
        {t('desk.takenBy', { name: departure.claimedBy })}
      </span>
    </li>
  );
}
