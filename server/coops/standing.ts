import type { LevelAct } from '#protocol/levels.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';
import { actingLevel, reachOf, type Standing } from './levels.ts';

type Caller = Pick<StaffActor, 'accountId'>;

/**
 * What somebody is in a co-op, as the database has it now; undefined where it is not there for them:
 * no such co-op, or it was ended; no level and not the owner; no chat access at home, deleted, or of an
 * institution that does not belong to it.
 */
async function findStanding(
  sql: Queries,
  { accountId }: Caller,
  coopId: string,
): Promise<Standing | undefined> {
  const row = await sql
    .selectFrom('accounts')
    .innerJoin('coops', (join) =>
      join.on('coops.id', '=', coopId).on('coops.deletedAt', 'is', null),
    )
    .leftJoin('coopInstitutions', (join) =>
      join
        .onRef('coopInstitutions.coopId', '=', 'coops.id')
        .onRef('coopInstitutions.institutionId', '=', 'accounts.institutionId'),
    )
    .leftJoin('coopMemberships', (join) =>
      join
        .onRef('coopMemberships.coopId', '=', 'coopInstitutions.coopId')
        .onRef('coopMemberships.accountId', '=', 'accounts.id'),
    )
    .select([
      'accounts.institutionId',
      'accounts.role',
      'accounts.chatAccess',
      'coopMemberships.level',
    ])
    .where('accounts.id', '=', accountId)
    .where('accounts.deletedAt', 'is', null)
    .executeTakeFirst();
  const level = row && actingLevel(row, row.level ?? undefined);
  return (
    level && { accountId, institutionId: row.institutionId, level, isOwner: row.role === 'owner' }
  );
}

/** @throws not_found where the co-op is not there for the caller */
export async function readStanding(
  sql: Queries,
  caller: Caller,
  coopId: string,
): Promise<Standing> {
  const standing = await findStanding(sql, caller, coopId);
  if (!standing) throw noSuchCoop();
  return standing;
}

export function noSuchCoop() {
  return problem('not_found', 'There is no such co-op.');
}

/**
 * What of a co-op's chats a level reaches: all; those answered by somebody of the institution, at that
 * moment; those that the account itself answered. Chats that nobody answered are reached by `all` alone.
 */
export type CoopReach =
  | { readonly kind: 'all' }
  | { readonly kind: 'institution'; readonly institutionId: string }
  | { readonly kind: 'own'; readonly accountId: string };

/** Undefined: the co-op is not there for the caller, or their level does not do this at all (404). */
export async function coopReach(
  sql: Queries,
  caller: Caller,
  coopId: string,
  act: LevelAct,
): Promise<CoopReach | undefined> {
  const standing = await findStanding(sql, caller, coopId);
  if (!standing) return undefined;
  const kind = reachOf(standing.level, act);
  switch (kind) {
    case 'none':
      return undefined;
    case 'all':
      return { kind };
    case 'institution':
      return { kind, institutionId: standing.institutionId };
    case 'own':
      return { kind, accountId: standing.accountId };
  }
}
