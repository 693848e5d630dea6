import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { readStanding } from './standing.ts';

export interface CoopAdmin {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly institutionName: string;
}

/**
 * Whom to ask, by name, for everybody with a level.
 *
 * @throws not_found
 */
export async function listAdmins(
  sql: Queries,
  actor: StaffActor,
  coopId: string,
): Promise<CoopAdmin[]> {
  await readStanding(sql, actor, coopId);
  return sql
    .selectFrom('coopMemberships')
    .innerJoin('accounts', 'accounts.id', 'coopMemberships.accountId')
    .innerJoin('institutions', 'institutions.id', 'accounts.institutionId')
    .where('coopMemberships.coopId', '=', coopId)
    .where('coopMemberships.level', '=', 'coopAdmin')
    .where('accounts.deletedAt', 'is', null)
    .select([
      'accounts.id as accountId',
      'accounts.displayName',
      'accounts.email',
      'institutions.name as institutionName',
    ])
    .orderBy((eb) => eb.fn<string>('lower', ['accounts.displayName']))
    .orderBy('accounts.id')
    .execute();
}
