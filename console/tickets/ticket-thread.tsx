import { Anchor } from '@mantine/core';
import type { Ticket, TicketEntry } from '#protocol/tickets.ts';
import { useDates, useText } from '../platform/i18n/index.ts';
import { EntryRow } from './entry-row.tsx';
import { FoldedText } from './folded-text.tsx';
import styles from './ticket-thread.module.css';
import { useAsker } from './use-asker.ts';

interface TicketThreadProps {
  readonly ticket: Ticket;
  readonly entries: readonly TicketEntry[];
  readonly onOpen: (ticketId: string) => void;
}

/** The question, and all that came after it. */
export function TicketThread({ ticket, entries, onOpen }: TicketThreadProps) {
  const t = useText();
  const dates = useDates();
  const who = useAsker(ticket);
  const { question, page, createdAt } = ticket;

  return (
    <ol className={styles.thread} aria-label={t('tickets.thread')}>
      <li className={styles.mail}>
        <span className={styles.author}>{who}</span>
        <FoldedText text={question} />
        <span className={styles.foot}>
          <time dateTime={createdAt}>{dates.moment(createdAt)}</time>
          {page && (
            <Anchor href={page.url} target="_blank" rel="noreferrer" inherit>
              {t('tickets.page', { page: page.title || page.url })}
            </Anchor>
          )}
        </span>
      </li>
      {entries.map((entry) => (
        <EntryRow key={entry.seq} ticketId={ticket.id} entry={entry} who={who} onOpen={onOpen} />
      ))}
    </ol>
  );
}
