import { IconMailX, IconMessages } from '@tabler/icons-react';
import type { Ticket } from '#protocol/tickets.ts';
import { useDates, useText } from '../platform/i18n/index.ts';
import { ROW } from '../transcripts/use-list-keys.ts';
import styles from './ticket-row.module.css';
import { useAsker } from './use-asker.ts';
import { WritersNotice } from './writers-notice.tsx';

interface TicketRowProps {
  readonly ticket: Ticket;
  readonly isRead: boolean;
  readonly showsState: boolean;
  readonly onOpen: () => void;
}

export function TicketRow({ ticket, isRead, showsState, onOpen }: TicketRowProps) {
  const t = useText();
  const dates = useDates();
  const who = useAsker(ticket);
  const { number, question, state, institutionName, ownerName, chatId, hasBounced } = ticket;

  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-current={isRead ? 'true' : undefined}
        onClick={onOpen}
        {...{ [ROW]: ticket.id }}
      >
        <span className={styles.top}>
          <span className={styles.name}>{who}</span>
          <time dateTime={ticket.updatedAt} className={styles.time}>
            {dates.ago(ticket.updatedAt, Date.now())}
          </time>
        </span>
        <span className={styles.question}>{question}</span>
        <WritersNotice ticketId={ticket.id} isSaid={false} />
        <span className={styles.facts}>
          <span>#{number}</span>
          <span className={styles.library}>{institutionName}</span>
          {showsState && <span className={styles.state}>{t(`tickets.is.${state}`)}</span>}
          {chatId !== null && (
            <span className={styles.mark}>
              <IconMessages aria-hidden size={14} stroke={1.6} />
              {t('tickets.fromChat')}
            </span>
          )}
          {hasBounced && (
            <span className={styles.bounced}>
              <IconMailX aria-hidden size={14} stroke={1.6} />
              {t('tickets.bounced')}
            </span>
          )}
          <span className={styles.owner}>{ownerName ?? t('tickets.nobodys')}</span>
        </span>
      </button>
    </li>
  );
}
