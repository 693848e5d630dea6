import type { ExpressionBuilder } from 'kysely';
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

/** `mayHandle` as a condition on tickets. */
export function handledBy(actor: Handler) {
  return (eb: ExpressionBuilder<Schema, 'tickets'>) => {
    if (actor.role === 'owner') return eb.lit(true);
    const isHome = eb('tickets.institutionId', '=', actor.institutionId);
    if (!actor.chatAccess) return actor.role === 'admin' ? isHome : eb.lit(false);
    const isOwn = eb('tickets.ownerId', '=', actor.accountId);
    const hasLevel = eb(
      'tickets.institutionId',
      'in',
      eb
        .selectFrom('heldLevels')
        .innerJoin('coopInstitutions', 'coopInstitutions.coopId', 'heldLevels.coopId')
        .select('coopInstitutions.institutionId')
        .where('heldLevels.accountId', '=', actor.accountId),
    );
    return eb.or([isHome, eb.and([isOwn, hasLevel])]);
  };
}
