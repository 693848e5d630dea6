import type { Parts } from '../platform/parts.ts';
import { isQueued, setDelivery } from './entries.ts';
import { bounced, moveOn } from './receive-mail.ts';
import { TICKET_REPLY } from './send-replies.ts';
import { lockLiveTicket } from './store.ts';

/**
 * An answer that no mail server took in five days is not on its way any more: its ticket says so, and
 * is somebody's to handle again. Every process may do it.
 */
export async function giveUpReplies({ database, clock, bus }: Parts): Promise<void> {
  const now = clock.now();
  const before = new Date(now.getTime() - TICKET_REPLY.goodForMinutes * 60_000);
  const stale = await database.sql
    .selectFrom('ticketEntries')
    .select(['ticketId', 'seq'])
    .where('kind', '=', 'reply')
    .where('at', '<=', before)
    .where(isQueued)
    .execute();
  for (const reply of stale) {
    const ticketId = await database.sql.transaction().execute(async (sql) => {
      const ticket = await lockLiveTicket(sql, { id: reply.ticketId });
      if (!ticket) return;
      const isFirst = await setDelivery(sql, reply, 'refused');
      if (isFirst) await moveOn(sql, ticket, bounced(), now, now);
      return ticket.id;
    });
    if (ticketId) bus.publish('ticket', { ticketId });
  }
}
