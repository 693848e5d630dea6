import type { Queries } from '../platform/database/index.ts';
import type { StoredCandidate, StoredMember } from './coop-account.ts';

const PERSON = [
  'accounts.id as accountId',
  'accounts.username',
  'accounts.displayName',
  'accounts.institutionId',
  'institutions.name as institutionName',
  'accounts.chatAccess',
] as const;

/** Everybody with a level in the co-op; who was deleted at home is suspended, and not among them. */
export function memberRows(sql: Queries, coopId: string) {
  return allMemberRows(sql, coopId).where('accounts.deletedAt', 'is', null);
}

/** The suspended ones too. */
function allMemberRows(sql: Queries, coopId: string) {
  return sql
    .selectFrom('coopMemberships')
    .innerJoin('accounts', 'accounts.id', 'coopMemberships.accountId')
    .innerJoin('institutions', 'institutions.id', 'accounts.institutionId')
    .where('coopMemberships.coopId', '=', coopId)
    .select([...PERSON, 'coopMemberships.level']);
}

export function findMember(
  sql: Queries,
  coopId: string,
  accountId: string,
): Promise<StoredMember | undefined> {
  return memberRows(sql, coopId).where('accounts.id', '=', accountId).executeTakeFirst();
}

/** Of those given, who has a level, be it suspended: what nobody sees can be taken away all the same. */
export function findMembers(
  sql: Queries,
  coopId: string,
  accountIds: readonly string[],
): Promise<StoredMember[]> {
  return allMemberRows(sql, coopId)
    .where('accounts.id', 'in', [...accountIds])
    .execute();
}

/** Live accounts of all institutions, beside what ties them to the co-op. */
function liveAccounts(sql: Queries, coopId: string) {
  return sql
    .selectFrom('accounts')
    .innerJoin('institutions', 'institutions.id', 'accounts.institutionId')
    .leftJoin('coopInstitutions', (join) =>
      join
        .onRef('coopInstitutions.institutionId', '=', 'accounts.institutionId')
        .on('coopInstitutions.coopId', '=', coopId),
    )
    .leftJoin('coopMemberships', (join) =>
      join
        .onRef('coopMemberships.accountId', '=', 'accounts.id')
        .on('coopMemberships.coopId', '=', coopId),
    )
    .where('accounts.deletedAt', 'is', null)
    .select(PERSON);
}

/** Those of the co-op's institutions; of one of them alone where `institutionId` names it. */
export function coopAccountRows(sql: Queries, coopId: string, institutionId: string | null) {
  return liveAccounts(sql, coopId)
    .where('coopInstitutions.coopId', 'is not', null)
    .$if(institutionId !== null, (query) =>
      query.where('accounts.institutionId', '=', institutionId),
    );
}

/** Those of them that are not in the co-op yet. */
export function candidateRows(sql: Queries, coopId: string, institutionId: string | null) {
  return coopAccountRows(sql, coopId, institutionId).where('coopMemberships.level', 'is', null);
}

/** A live account that somebody wants to add. */
export interface WantedAccount extends StoredCandidate {
  readonly isOfCoop: boolean;
  readonly isMember: boolean;
}

/**
 * Live accounts of those given, held where they are until the transaction ends: one may be moving to
 * another institution. Always in order of their ids, so that two who hold the same ones never wait for
 * each other both.
 */
export async function holdWanted(
  sql: Queries,
  coopId: string,
  accountIds: readonly string[],
): Promise<Map<string, WantedAccount>> {
  await sql
    .selectFrom('accounts')
    .select('id')
    .where('id', 'in', [...accountIds])
    .orderBy('id')
    .forShare()
    .execute();
  const rows = await liveAccounts(sql, coopId)
    .where('accounts.id', 'in', [...accountIds])
    .select((eb) => [
      eb('coopInstitutions.coopId', 'is not', null).$castTo<boolean>().as('isOfCoop'),
      eb('coopMemberships.level', 'is not', null).$castTo<boolean>().as('isMember'),
    ])
    .execute();
  return new Map(rows.map((row) => [row.accountId, row]));
}
