import { Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ticket } from '#protocol/tickets.ts';
import { SearchField } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { ListState } from '../shell/list-state.tsx';
import { otherTicketsQuery } from './queries.ts';
import { TicketRow } from './ticket-row.tsx';
import styles from './tickets-page.module.css';

interface MergeDialogProps {
  readonly ticket: Ticket;
  readonly onMerge: (into: Ticket) => void;
  readonly onClose: () => void;
}

/** Which ticket goes on in place of this one. First those of the same patron. */
export function MergeDialog({ ticket, onMerge, onClose }: MergeDialogProps) {
  const t = useText();
  const [q, setQ] = useState<string | undefined>(ticket.email ?? ticket.name ?? undefined);
  const others = useQuery(otherTicketsQuery(ticket.institutionId, q ?? ''));

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('tickets.merge.title', { number: ticket.number })}
      closeButtonProps={{ 'aria-label': t('tickets.cancel') }}
    >
      <Text mb="sm">{t('tickets.merge.text')}</Text>
      <SearchField
        label={t('tickets.search')}
        placeholder={t('tickets.search.example')}
        value={q}
        onChange={setQ}
      />
      <ListState query={others}>
        {({ items }) => {
          const found = items.filter(({ id }) => id !== ticket.id);
          if (found.length === 0) return <Text mt="md">{t('tickets.empty.found')}</Text>;
          return (
            <ul className={styles.rows} style={{ marginTop: 12 }}>
              {found.map((other) => (
                <TicketRow
                  key={other.id}
                  ticket={other}
                  isRead={false}
                  showsState
                  onOpen={() => onMerge(other)}
                />
              ))}
            </ul>
          );
        }}
      </ListState>
    </Modal>
  );
}
