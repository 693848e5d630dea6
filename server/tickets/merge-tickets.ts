import type { Ticket } from '#protocol/tickets.ts';
import { recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { appendEntries } from './entries.ts';
import { refuseMerged } from './refuse.ts';
import { findHandledTicket, lockHandledTicket, readTicket } from './store.ts';
import { presentTicket, type StoredTicket } from './ticket.ts';

/**
 * Lets another ticket go on in place of this one: what the patron answers to either comes there. Each
 * keeps its history, and points to the other.
 *
 * @throws not_found for either, conflict when one was merged before, breaks_rule with `intoId`
 */
export async function mergeTickets(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  ticketId: string,
  intoId: string,
): Promise<Ticket> {
  const now = clock.now();
  const merged = await database.sql.transaction().execute(async (sql) => {
    if (ticketId === intoId) throw breaksRule('must be another ticket');
    const [ticket, into] = await lockBoth(sql, actor, ticketId, intoId);
    if (ticket.mergedInto === intoId) return presentTicket(ticket);
    refuseMerged(ticket);
    refuseMerged(into);
    if (ticket.institutionId !== into.institutionId)
      throw breaksRule('must be a ticket of the same library');
    await point(sql, actor, { ticket, other: into, kind: 'merged', now });
    return presentTicket(await readTicket(sql, ticketId));
  });
  for (const id of [ticketId, intoId]) bus.publish('ticket', { ticketId: id });
  return merged;
}

/**
 * Takes a merge back. What came in meanwhile stays where it came.
 *
 * @throws not_found, conflict when it is not merged
 */
export async function unmergeTicket(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  ticketId: string,
): Promise<Ticket> {
  const now = clock.now();
  const { unmerged, otherId } = await database.sql.transaction().execute(async (sql) => {
    const found = await findHandledTicket(sql, actor, ticketId);
    if (!found) throw problem('not_found', 'There is no such ticket.');
    if (found.mergedInto === null) throw problem('conflict', 'This ticket is not merged.');
    const [ticket, other] = await lockBoth(sql, actor, ticketId, found.mergedInto);
    if (ticket.mergedInto !== other.id) throw problem('conflict', 'Somebody else was faster.');
    await point(sql, actor, { ticket, other, kind: 'unmerged', now });
    return { unmerged: presentTicket(await readTicket(sql, ticketId)), otherId: other.id };
  });
  for (const id of [ticketId, otherId]) bus.publish('ticket', { ticketId: id });
  return unmerged;
}

async function point(
  sql: Queries,
  actor: StaffActor,
  {
    ticket,
    other,
    kind,
    now,
  }: {
    readonly ticket: StoredTicket;
    readonly other: StoredTicket;
    readonly kind: 'merged' | 'unmerged';
    readonly now: Date;
  },
): Promise<void> {
  const actorId = actor.accountId;
  const mergedInto = kind === 'merged' ? other.id : null;
  await sql.updateTable('tickets').set({ mergedInto }).where('id', '=', ticket.id).execute();
  await appendEntries(
    sql,
    ticket,
    [{ kind, actorId, body: { away: true, other: pointer(other) } }],
    now,
  );
  await appendEntries(
    sql,
    other,
    [{ kind, actorId, body: { away: false, other: pointer(ticket) } }],
    now,
  );
  const { id, number, institutionId } = ticket;
  const merged = { into: `#${other.number}` };
  await recordAudit(sql, {
    at: now,
    actor,
    action: `ticket.${kind}`,
    target: { kind: 'ticket', id, name: `#${number}`, institutionId },
    before: kind === 'merged' ? { into: null } : merged,
    after: kind === 'merged' ? merged : { into: null },
  });
}

function pointer({ id, number }: StoredTicket) {
  return { id, number };
}

/** In the order of their ids, so that two merges crosswise do not wait for each other. */
async function lockBoth(
  sql: Queries,
  actor: StaffActor,
  ticketId: string,
  otherId: string,
): Promise<[StoredTicket, StoredTicket]> {
  const locked = new Map<string, StoredTicket | undefined>();
  for (const id of [ticketId, otherId].sort())
    locked.set(id, await lockHandledTicket(sql, actor, id));
  const ticket = locked.get(ticketId);
  const other = locked.get(otherId);
  if (!ticket || !other) throw problem('not_found', 'There is no such ticket.');
  return [ticket, other];
}

function breaksRule(message: string) {
  return problem('breaks_rule', `The ticket to merge into ${message}.`, [
    { path: 'intoId', message },
  ]);
}
