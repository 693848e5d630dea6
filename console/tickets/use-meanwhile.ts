import { useState } from 'react';
import type { Ticket, TicketEntry } from '#protocol/tickets.ts';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import { useAsker } from './use-asker.ts';

/**
 * What others said in the ticket while an answer to it was being written. The ticket moves by itself, so
 * that its last entry is not the last one that the writer has read.
 */
export function useMeanwhile(ticket: Ticket, entries: readonly TicketEntry[], isWriting: boolean) {
  const { id: ownId } = useSession();
  const t = useText();
  const asker = useAsker(ticket);
  const [begunAt, setBegunAt] = useState(ticket.lastSeq);
  const readUpTo = isWriting ? begunAt : ticket.lastSeq;
  const said = entries.filter(
    ({ seq, kind, by }) =>
      seq > readUpTo && (kind === 'mail' || (kind === 'reply' && by?.accountId !== ownId)),
  );
  const names = said.map(({ kind, by }) =>
    kind === 'mail' ? asker : (by?.name ?? t('tickets.carrel')),
  );

  return {
    /** Number of the last entry that the writer has read. */
    readUpTo,
    /** Who spoke after it. */
    names: [...new Set(names)],
    /** All up to this entry is read. */
    read: (seq: number) => setBegunAt(seq),
  };
}
