import type { Queries } from '../platform/database/index.ts';
import type { Parts } from '../platform/parts.ts';
import { auditTicket } from './audit-ticket.ts';
import { appendEntries } from './entries.ts';
import { lockLiveTicket, readTicket } from './store.ts';
import { ownerHasLevel } from './ticket-facts.ts';
import { named, ownerOf } from './way-home.ts';
import { mayHandle } from './who-may.ts';

/**
 * Whose owner was deleted, moved away, or may not handle it any more, is nobody's again, and says so:
 * else it would wait for somebody who never comes. Closed ones keep the name of who closed them, until
 * the patron writes again. Every process may do it.
 */
export async function freeTickets({ database, clock, bus }: Parts): Promise<void> {
  for (const { id } of await findForsaken(database.sql)) {
    const now = clock.now();
    const isFreed = await database.sql.transaction().execute(async (sql) => {
      const ticket = await lockLiveTicket(sql, { id });
      if (!ticket) return false;
      // Asked again under the lock: a colleague may have taken it meanwhile.
      const still = await findForsaken(sql, ticket.id);
      if (still.length === 0) return false;
      await sql.updateTable('tickets').set({ ownerId: null }).where('id', '=', ticket.id).execute();
      const from = named(ownerOf(ticket));
      await appendEntries(
        sql,
        ticket,
        [{ kind: 'owner', actorId: null, body: { from, to: null } }],
        now,
      );
      await auditTicket(sql, null, ticket, await readTicket(sql, ticket.id), now);
      return true;
    });
    if (isFreed) bus.publish('ticket', { ticketId: id });
  }
}

/** Among all that wait for somebody, or whether this one is. */
async function findForsaken(sql: Queries, ticketId?: string) {
  const strange = await sql
    .selectFrom('tickets')
    .innerJoin('accounts', 'accounts.id', 'tickets.ownerId')
    .select(['tickets.id', 'tickets.ownerId', 'tickets.institutionId'])
    .select(['accounts.institutionId as homeId', 'accounts.role', 'accounts.chatAccess'])
    .select((eb) => eb('accounts.deletedAt', 'is not', null).as('isGone'))
    .select((eb) => ownerHasLevel(eb).as('hasLevel'))
    .where('tickets.state', 'in', ['new', 'open', 'pending'])
    .where('tickets.mergedInto', 'is', null)
    .where((eb) =>
      eb.or([
        eb('accounts.deletedAt', 'is not', null),
        eb('accounts.chatAccess', '=', false),
        eb('accounts.institutionId', '!=', eb.ref('tickets.institutionId')),
      ]),
    )
    .$if(ticketId !== undefined, (query) => query.where('tickets.id', '=', ticketId ?? ''))
    .execute();
  return strange.filter(({ ownerId, homeId, role, chatAccess, isGone, ...ticket }) => {
    if (isGone || ownerId === null) return true;
    const actor = { accountId: ownerId, institutionId: homeId, role, chatAccess };
    return !mayHandle(actor, { ...ticket, ownerId });
  });
}
