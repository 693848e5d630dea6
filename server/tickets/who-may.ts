import { type Expression, type ExpressionBuilder, sql as fragment, type SqlBool } from 'kysely';
import type { Queries, Schema } from '../platform/database/index.ts';
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
  return (eb) => {
    if (actor.role === 'owner') return eb.lit(true);
    const isHome = eb('tickets.institutionId', '=', actor.institutionId);
    if (!actor.chatAccess) return actor.role === 'admin' ? isHome : eb.lit(false);
    const isOwn = eb('tickets.ownerId', '=', actor.accountId);
    const hasLevel = fragment<boolean>`tickets.institution_id in (${librariesOfCoops(actor)})`;
    return eb.or([isHome, eb.and([isOwn, hasLevel])]);
  };
}

/**
 * The same taken apart, for lists: no ticket comes by two of these, and each has an index that knows its
 * order, which both at once have not. Mostly there is only the first.
 */
export async function waysToHandle(sql: Queries, actor: Handler): Promise<Condition[]> {
  if (actor.role === 'owner' || !actor.chatAccess) return [handledBy(actor)];
  const isHome: Condition = (eb) => eb('tickets.institutionId', '=', actor.institutionId);
  const { rows } = await librariesOfCoops(actor).execute(sql);
  const elsewhere = rows
    .map(({ institutionId }) => institutionId)
    .filter((id) => id !== actor.institutionId);
  if (elsewhere.length === 0) return [isHome];
  return [
    isHome,
    (eb) =>
      eb.and([
        eb('tickets.ownerId', '=', actor.accountId),
        eb('tickets.institutionId', 'in', elsewhere),
      ]),
  ];
}

function librariesOfCoops({ accountId }: Handler) {
  return fragment<{ institutionId: string }>`
    select coop_institutions.institution_id from held_levels join coop_institutions using (coop_id)
    where account_id = ${accountId}`;
}
