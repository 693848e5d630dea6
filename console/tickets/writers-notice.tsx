import { IconPencil } from '@tabler/icons-react';
import { useText } from '../platform/i18n/index.ts';
import { useWriters } from './colleagues-writing.ts';
import { useNames } from './use-names.ts';
import styles from './writers-notice.module.css';

interface WritersNoticeProps {
  readonly ticketId: string;
  /** Said to those who listen: where one writes oneself, and not once more in the list. */
  readonly isSaid: boolean;
}

/** Who else is writing an answer to the ticket at this moment. */
export function WritersNotice({ ticketId, isSaid }: WritersNoticeProps) {
  const t = useText();
  const names = useNames();
  const writers = [...useWriters(ticketId).values()];
  if (writers.length === 0) return null;

  return (
    <span className={styles.writers} role={isSaid ? 'status' : undefined}>
      <IconPencil aria-hidden size={15} stroke={1.6} />
      {t('tickets.writing', { count: writers.length, names: names(writers) })}
    </span>
  );
}
