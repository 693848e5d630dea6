import { Anchor } from '@mantine/core';
import type { TicketEntry } from '#protocol/tickets.ts';
import { useDates, useText } from '../platform/i18n/index.ts';
import { AttachedFiles } from './attached-files.tsx';
import { entryWords } from './entry-words.ts';
import { FoldedText } from './folded-text.tsx';
import styles from './ticket-thread.module.css';

interface EntryRowProps {
  readonly ticketId: string;
  readonly entry: TicketEntry;
  /** Who asks. */
  readonly who: string;
  readonly onOpen: (ticketId: string) => void;
}

export function EntryRow({ ticketId, entry, who, onOpen }: EntryRowProps) {
  const t = useText();
  const dates = useDates();
  const when = <time dateTime={entry.at}>{dates.moment(entry.at)}</time>;

  if (entry.kind === 'mail') {
    return (
      <li className={styles.mail}>
        <span className={styles.author}>{who}</span>
        <FoldedText text={entry.text} />
        {entry.quoted !== null && (
          <details className={styles.quoted}>
            <summary>{t('tickets.quoted')}</summary>
            <pre>{entry.quoted}</pre>
          </details>
        )}
        <AttachedFiles ticketId={ticketId} files={entry.attachments} />
        <span className={styles.foot}>
          {when}
          <span>{t('tickets.byMail', { email: entry.from })}</span>
        </span>
      </li>
    );
  }
  if (entry.kind === 'reply') {
    return (
      <li className={styles.reply}>
        <span className={styles.author}>{entry.by?.name}</span>
        <FoldedText text={entry.text} />
        <span className={styles.foot}>
          {when}
          <span className={entry.delivery === 'refused' ? styles.refused : undefined}>
            {t(`tickets.delivery.${entry.delivery}`, { email: entry.to })}
          </span>
        </span>
      </li>
    );
  }
  if (entry.kind === 'note') {
    return (
      <li className={styles.note}>
        <span className={styles.label}>{t('tickets.note.label')}</span>
        <FoldedText text={entry.text} />
        <span className={styles.foot}>
          {when}
          <span>{entry.by?.name}</span>
        </span>
      </li>
    );
  }
  const other = entry.kind === 'merged' || entry.kind === 'unmerged' ? entry.other : null;
  return (
    <li className={styles.happened}>
      {entryWords(entry, t)}
      {other && (
        <>
          {' '}
          <Anchor component="button" type="button" inherit onClick={() => onOpen(other.id)}>
            #{other.number}
          </Anchor>
        </>
      )}
      {' · '}
      {when}
    </li>
  );
}
