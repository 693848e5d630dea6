import type { z } from 'zod';
import type { addTicketNote as contract } from '#protocol/tickets.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { appendEntries } from './entries.ts';
import { isRepeat } from './refuse.ts';
import type { Written } from './reply-to-ticket.ts';
import { lockHandledTicket, readTicket } from './store.ts';
import { presentTicket } from './ticket.ts';

/**
 * A note for staff. A merged ticket takes notes too: they say why.
 *
 * @throws not_found, client_id_taken
 */
export async function addNote(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  ticketId: string,
  note: z.output<typeof contract.body>,
): Promise<Written> {
  const now = clock.now();
  const written = await database.sql.transaction().execute(async (sql) => {
    const ticket = await lockHandledTicket(sql, actor, ticketId);
    if (!ticket) throw problem('not_found', 'There is no such ticket.');
    if (await isRepeat(sql, ticketId, 'note', note))
      return { ticket: presentTicket(ticket), isNew: false };
    const { clientId, text } = note;
    await appendEntries(
      sql,
      ticket,
      [{ kind: 'note', actorId: actor.accountId, clientId, text }],
      now,
    );
    return { ticket: presentTicket(await readTicket(sql, ticketId)), isNew: true };
  });
  if (written.isNew) bus.publish('ticket', { ticketId });
  return written;
}
