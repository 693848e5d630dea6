import { ActionIcon, Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconChevronLeft, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Ticket } from '#protocol/tickets.ts';
import { useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { AnswerForm } from './answer-form.tsx';
import { ArrivedNotice } from './arrived-notice.tsx';
import { chatQuery, entriesQuery, ticketQuery } from './queries.ts';
import { TicketChat } from './ticket-chat.tsx';
import { TicketHead } from './ticket-head.tsx';
import styles from './ticket-pane.module.css';
import { TicketThread } from './ticket-thread.tsx';
import { usePace } from './use-pace.ts';

interface TicketPaneProps {
  readonly ticketId: string;
  readonly onOpen: (ticketId: string) => void;
  readonly onClose: () => void;
}

/** One ticket: who asks, what was said, the chat that it comes from, and where to answer. */
export function TicketPane({ ticketId, onOpen, onClose }: TicketPaneProps) {
  const t = useText();
  const ticket = useQuery({ ...ticketQuery(ticketId), refetchInterval: usePace() });
  const pane = useRef<HTMLElement>(null);

  // On a phone the list is gone: what was opened has the focus, and the way back is at its top.
  useEffect(() => pane.current?.focus({ preventScroll: true }), []);

  return (
    <section ref={pane} tabIndex={-1} className={styles.pane} aria-label={t('tickets.single')}>
      <div className={styles.close}>
        <Button
          className={styles.back}
          variant="subtle"
          leftSection={<IconChevronLeft aria-hidden size={18} stroke={1.6} />}
          onClick={onClose}
        >
          {t('tickets.back')}
        </Button>
        <ActionIcon
          className={styles.cross}
          variant="subtle"
          size={34}
          aria-label={t('tickets.close')}
          onClick={onClose}
        >
          <IconX size={19} stroke={1.6} />
        </ActionIcon>
      </div>
      {ticket.data === undefined && ticket.error && (
        <EmptyNotice title={t('tickets.gone')} text={sentenceFor(t, ticket.error)} />
      )}
      {ticket.data === undefined && !ticket.error && (
        <div className={styles.loading} role="status">
          <VisuallyHidden>{t('shell.loading')}</VisuallyHidden>
          <Skeleton height={160} radius="lg" animate={false} />
        </div>
      )}
      {ticket.data && <ReadTicket ticket={ticket.data} onOpen={onOpen} />}
    </section>
  );
}

interface ReadTicketProps {
  readonly ticket: Ticket;
  readonly onOpen: (ticketId: string) => void;
}

function ReadTicket({ ticket, onOpen }: ReadTicketProps) {
  const t = useText();
  const entries = useQuery(entriesQuery(ticket.id, ticket.lastSeq));
  const chat = useQuery({ ...chatQuery(ticket.id), enabled: ticket.chatId !== null });

  return (
    <>
      <TicketHead ticket={ticket} onOpen={onOpen} />
      <div className={styles.body} data-chat={ticket.chatId !== null || undefined}>
        <div className={styles.talk}>
          <ArrivedNotice ticket={ticket} entries={entries.data ?? []} />
          <TicketThread ticket={ticket} entries={entries.data ?? []} onOpen={onOpen} />
          {ticket.mergedInto === null && (
            <AnswerForm key={ticket.id} ticket={ticket} entries={entries.data ?? []} />
          )}
        </div>
        {ticket.chatId !== null && (
          <aside className={styles.chat} aria-label={t('tickets.chat')}>
            <h3 className={styles.chatTitle}>{t('tickets.chat')}</h3>
            {chat.data ? (
              <TicketChat ticket={ticket} events={chat.data} />
            ) : (
              <Skeleton height={120} radius="lg" animate={false} />
            )}
          </aside>
        )}
      </div>
    </>
  );
}
