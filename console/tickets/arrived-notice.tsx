import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Ticket, TicketEntry } from '#protocol/tickets.ts';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import { useAsker } from './use-asker.ts';

interface ArrivedNoticeProps {
  readonly ticket: Ticket;
  readonly entries: readonly TicketEntry[];
}

/** Says to those who listen what others said in the ticket since it was opened here. */
export function ArrivedNotice({ ticket, entries }: ArrivedNoticeProps) {
  const t = useText();
  const asker = useAsker(ticket);
  const { id: ownId } = useSession();
  const [openedAt] = useState(ticket.lastSeq);
  const last = entries.findLast(
    ({ seq, kind, by }) =>
      seq > openedAt &&
      (kind === 'mail' || ((kind === 'reply' || kind === 'note') && by?.accountId !== ownId)),
  );

  return (
    <VisuallyHidden role="status">
      {last && t('tickets.arrived', { name: last.by?.name ?? asker, number: last.seq })}
    </VisuallyHidden>
  );
}
