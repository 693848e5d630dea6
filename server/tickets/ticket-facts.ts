import type { Queries } from '../platform/database/index.ts';

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
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('heldLevels')
            .innerJoin('coopInstitutions', 'coopInstitutions.coopId', 'heldLevels.coopId')
            .select('heldLevels.coopId')
            .whereRef('heldLevels.accountId', '=', 'tickets.ownerId')
            .whereRef('coopInstitutions.institutionId', '=', 'tickets.institutionId'),
        )
        .$castTo<boolean>()
        .as('hasLevel'),
    )
    .where('id', 'in', [...ticketIds])
    .execute();
}
