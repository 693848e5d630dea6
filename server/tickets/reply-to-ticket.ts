import type { z } from 'zod';
import type { replyToTicket as contract, Ticket } from '#protocol/tickets.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { addJob, type JobParts } from '../platform/jobs/index.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { auditTicket } from './audit-ticket.ts';
import { appendEntries, type NewEntry } from './entries.ts';
import { isRepeat, refuseMerged, refuseUnlessSeen } from './refuse.ts';
import { TICKET_REPLY } from './send-replies.ts';
import { lockHandledTicket, readTicket } from './store.ts';
import { presentTicket, type StoredTicket } from './ticket.ts';
import { named } from './way-home.ts';

export interface Written {
  readonly ticket: Ticket;
  /** False for a repeat of what was stored already. */
  readonly isNew: boolean;
}

/**
 * Answers the patron. The mail is noted down in the same commit, so that it goes out whatever happens
 * to this process. Who answers a ticket that nobody had has taken it.
 *
 * @throws not_found, conflict when the patron or a colleague wrote meanwhile, breaks_rule with `email`
 *   where there is no address, client_id_taken
 */
export async function replyToTicket(
  parts: Parts & JobParts,
  actor: StaffActor,
  ticketId: string,
  reply: z.output<typeof contract.body>,
): Promise<Written> {
  const now = parts.clock.now();
  const written = await parts.database.sql.transaction().execute(async (sql) => {
    const ticket = await lockHandledTicket(sql, actor, ticketId);
    if (!ticket) throw problem('not_found', 'There is no such ticket.');
    if (await isRepeat(sql, ticketId, 'reply', reply))
      return { ticket: presentTicket(ticket), isNew: false };
    refuseMerged(ticket);
    await refuseUnlessSeen(sql, ticket, actor, reply.after, ['mail', 'reply', 'merged']);
    const to = addressOf(ticket);

    const said: NewEntry = {
      kind: 'reply',
      actorId: actor.accountId,
      clientId: reply.clientId,
      text: reply.text,
      body: { to, delivery: 'queued' },
    };
    await appendEntries(sql, ticket, [said, ...around(ticket, actor, reply.state)], now);
    await sql
      .updateTable('tickets')
      .set({ ownerId: ticket.ownerId ?? actor.accountId, state: reply.state })
      .where('id', '=', ticketId)
      .execute();
    await addJob(parts, sql, TICKET_REPLY, { ticketId, seq: ticket.lastSeq + 1 });
    const changed = await readTicket(sql, ticketId);
    await auditTicket(sql, actor, ticket, changed, now);
    return { ticket: presentTicket(changed), isNew: true };
  });
  if (written.isNew) parts.bus.publish('ticket', { ticketId });
  return written;
}

function addressOf({ email }: StoredTicket): string {
  if (email !== null) return email;
  const message = 'is missing: write it down before you answer';
  throw problem('breaks_rule', `The patron’s e-mail address ${message}.`, [
    { path: 'email', message },
  ]);
}

/** What an answer changes beside itself. */
function around(ticket: StoredTicket, actor: StaffActor, state: StoredTicket['state']): NewEntry[] {
  const actorId = actor.accountId;
  const entries: NewEntry[] = [];
  if (ticket.ownerId === null)
    entries.push({ kind: 'owner', actorId, body: { from: null, to: named(actor) } });
  if (ticket.state !== state)
    entries.push({ kind: 'state', actorId, body: { from: ticket.state, to: state } });
  return entries;
}
