import type { ExpressionBuilder } from 'kysely';
import type { Queries, Schema } from '../platform/database/index.ts';

/** What `mayHandle` asks of a ticket. */
export interface TicketFacts {
  readonly id: string;
  readonly institutionId: string;
  readonly ownerId: string | null;
  /** Of its owner. */
  readonly hasLevel: boolean;
}

/** Those that are there. */
export function readTicketFacts(
  sql: Queries,
  ticketIds: readonly string[],
): Promise<TicketFacts[]> {
  return sql
    .selectFrom('tickets')
    .select(['id', 'institutionId', 'ownerId'])
    .select((eb) => ownerHasLevel(eb).as('hasLevel'))
    .where('id', 'in', [...ticketIds])
    .execute();
}

/** Whether a co-op in which the owner has a level holds the ticket's library. */
export function ownerHasLevel(eb: ExpressionBuilder<Schema, 'tickets'>) {
  return eb
    .exists(
      eb
        .selectFrom('heldLevels')
        .innerJoin('coopInstitutions', 'coopInstitutions.coopId', 'heldLevels.coopId')
        .select('heldLevels.coopId')
        .whereRef('heldLevels.accountId', '=', 'tickets.ownerId')
        .whereRef('coopInstitutions.institutionId', '=', 'tickets.institutionId'),
    )
    .$castTo<boolean>();
}
