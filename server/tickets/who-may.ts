import { type Expression, type ExpressionBuilder, sql as fragment, type SqlBool } from 'kysely';
import type { Schema } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';

export type Handler = Pick<StaffActor, 'accountId' | 'institutionId' | 'role' | 'chatAccess'>;

/**
 * The owner of the installation handles all tickets, an institution's admins all of theirs, and its
 * operators too, as long as they have chat access. Who was given a ticket of another library handles
 * that one, as long as a level of theirs holds in a co-op that this library belongs to: `hasLevel`.
 * There is no seeing without handling, so the query alone decides: `handledBy` says the same as SQL,
 * and a test holds the two against each other.
 */
export function mayHandle(
  actor: Handler,
  ticket: {
    readonly institutionId: string;
    readonly ownerId: string | null;
    readonly hasLevel: boolean;
  },
): boolean {
  if (actor.role === 'owner') return true;
  const isHome = ticket.institutionId === actor.institutionId;
  if (actor.role === 'admin' && isHome) return true;
  return actor.chatAccess && (isHome || (ticket.ownerId === actor.accountId && ticket.hasLevel));
}

type Condition = (eb: ExpressionBuilder<Schema, 'tickets'>) => Expression<SqlBool>;

/** `mayHandle` as a condition on tickets. */
export function handledBy(actor: Handler): Condition {
  const ways = waysToHandle(actor);
  return (eb) => (ways.length === 0 ? eb.lit(false) : eb.or(ways.map((way) => way(eb))));
}

/**
 * The same taken apart: no ticket comes by two of them, and each has an index that knows its order. Both
 * at once have none.
 */
export function waysToHandle(actor: Handler): Condition[] {
  if (actor.role === 'owner') return [(eb) => eb.lit(true)];
  const isHome: Condition = (eb) => eb('tickets.institutionId', '=', actor.institutionId);
  if (!actor.chatAccess) return actor.role === 'admin' ? [isHome] : [];
  const isOwnElsewhere: Condition = (eb) =>
    eb.and([
      eb('tickets.ownerId', '=', actor.accountId),
      eb('tickets.institutionId', '!=', actor.institutionId),
      // Asked for once, and before the tickets: mostly it is no library at all.
      fragment<boolean>`tickets.institution_id = any (array(${eb
        .selectFrom('heldLevels')
        .innerJoin('coopInstitutions', 'coopInstitutions.coopId', 'heldLevels.coopId')
        .select('coopInstitutions.institutionId')
        .where('heldLevels.accountId', '=', actor.accountId)}))`,
    ]);
  return [isHome, isOwnElsewhere];
}
