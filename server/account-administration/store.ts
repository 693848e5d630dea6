import type { Selectable } from 'kysely';
import { type Acting, hasSecondFactor } from '../accounts/index.ts';
import type { Queries, Schema } from '../platform/database/index.ts';
import type { StoredAccount } from './account.ts';

/** Those of the caller's institution; for the owner, all. Purged ones are nobody's any more. */
export function visibleAccounts(sql: Queries, actor: Acting, now: Date) {
  return sql
    .selectFrom('accounts')
    .innerJoin('institutions', 'institutions.id', 'accounts.institutionId')
    .where('accounts.purgedAt', 'is', null)
    .$if(actor.role !== 'owner', (query) =>
      query.where('accounts.institutionId', '=', actor.institutionId),
    )
    .select([
      'accounts.id',
      'accounts.username',
      'accounts.displayName',
      'accounts.email',
      'accounts.institutionId',
      'institutions.name as institutionName',
      'accounts.role',
      'accounts.chatAccess',
      'accounts.language',
      'accounts.maxChats',
      'accounts.lastSignInAt',
      'accounts.deletedAt',
    ])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('passwordLinks')
            .select('passwordLinks.id')
            .whereRef('passwordLinks.accountId', '=', 'accounts.id')
            .where('passwordLinks.purpose', '=', 'invitation')
            .where('passwordLinks.expiresAt', '>', now),
        )
        .$castTo<boolean>()
        .as('invited'),
      hasSecondFactor(eb).$castTo<boolean>().as('hasSecondFactor'),
    ]);
}

export function findVisibleAccount(
  sql: Queries,
  actor: Acting,
  accountId: string,
  now: Date,
): Promise<StoredAccount | undefined> {
  return visibleAccounts(sql, actor, now).where('accounts.id', '=', accountId).executeTakeFirst();
}

/**
 * The same for several, locked until the transaction ends; always in order of their ids, so that two
 * who lock the same ones wait for each other and never both.
 */
export function lockVisibleAccounts(
  sql: Queries,
  actor: Acting,
  accountIds: readonly string[],
  now: Date,
): Promise<StoredAccount[]> {
  return visibleAccounts(sql, actor, now)
    .where('accounts.id', 'in', [...accountIds])
    .orderBy('accounts.id')
    .forNoKeyUpdate('accounts')
    .execute();
}

/** What a change may name of the account itself; what is undefined stays as it is. */
export type AccountFields = {
  readonly [Field in
    | 'username'
    | 'institutionId'
    | 'displayName'
    | 'email'
    | 'role'
    | 'chatAccess'
    | 'language'
    | 'maxChats'
    | 'deletedAt']?: Selectable<Schema['accounts']>[Field] | undefined;
};

export async function updateAccounts(
  sql: Queries,
  accountIds: readonly string[],
  fields: AccountFields,
): Promise<void> {
  if (Object.values(fields).every((value) => value === undefined)) return;
  await sql
    .updateTable('accounts')
    .set(fields)
    .where('id', 'in', [...accountIds])
    .execute();
}

/** Whoever is signed out so closes no page by themselves. */
export async function deletePresence(sql: Queries, accountIds: readonly string[]): Promise<void> {
  const ids = [...accountIds];
  await sql.deleteFrom('sessions').where('accountId', 'in', ids).execute();
  await sql.deleteFrom('operatorLeases').where('accountId', 'in', ids).execute();
}

export async function isTaken(sql: Queries, username: string): Promise<boolean> {
  const row = await sql
    .selectFrom('accounts')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirst();
  return row !== undefined;
}

export function findInstitution(sql: Queries, institutionId: string) {
  return sql
    .selectFrom('institutions')
    .select(['id', 'code', 'name', 'languages'])
    .where('id', '=', institutionId)
    .executeTakeFirst();
}
