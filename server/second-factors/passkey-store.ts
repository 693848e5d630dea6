import type { Queries } from '../platform/database/index.ts';

export interface StoredPasskey {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export function listPasskeys(sql: Queries, accountId: string): Promise<StoredPasskey[]> {
  return sql
    .selectFrom('passkeys')
    .selectAll()
    .where('accountId', '=', accountId)
    .orderBy('id')
    .execute();
}

/** Of an account that is not deleted. */
export function findPasskey(
  sql: Queries,
  credentialId: string,
): Promise<StoredPasskey | undefined> {
  return sql
    .selectFrom('passkeys')
    .innerJoin('accounts', 'accounts.id', 'passkeys.accountId')
    .selectAll('passkeys')
    .where('credentialId', '=', credentialId)
    .where('accounts.deletedAt', 'is', null)
    .executeTakeFirst();
}

/** False when the authenticator's name for it is known already. */
export async function insertPasskey(sql: Queries, passkey: StoredPasskey): Promise<boolean> {
  const row = await sql
    .insertInto('passkeys')
    .values(passkey)
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function notePasskeyUse(
  sql: Queries,
  id: string,
  use: { counter: number; lastUsedAt: Date },
): Promise<void> {
  await sql.updateTable('passkeys').set(use).where('id', '=', id).execute();
}

/** Answers its name; undefined when the account has none such. */
export async function deletePasskey(
  sql: Queries,
  accountId: string,
  id: string,
): Promise<string | undefined> {
  const row = await sql
    .deleteFrom('passkeys')
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst();
  return row?.name;
}

export async function deletePasskeys(sql: Queries, accountId: string): Promise<void> {
  await sql.deleteFrom('passkeys').where('accountId', '=', accountId).execute();
}

export interface StoredChallenge {
  readonly id: string;
  /** Null: for somebody who signs in and is not known yet. */
  readonly accountId: string | null;
  readonly challenge: string;
  readonly expiresAt: Date;
}

/** Of one account, the last one counts. */
export async function insertChallenge(sql: Queries, challenge: StoredChallenge): Promise<void> {
  if (challenge.accountId !== null) {
    await sql
      .deleteFrom('passkeyChallenges')
      .where('accountId', '=', challenge.accountId)
      .execute();
  }
  await sql.insertInto('passkeyChallenges').values(challenge).execute();
}

/** Uses up the challenge that an account was given to add a passkey. */
export async function takeChallengeOf(
  sql: Queries,
  accountId: string,
  now: Date,
): Promise<string | undefined> {
  const row = await sql
    .deleteFrom('passkeyChallenges')
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', now)
    .returning('challenge')
    .executeTakeFirst();
  return row?.challenge;
}

/** Uses up a challenge to sign in. */
export async function takeChallenge(
  sql: Queries,
  id: string,
  now: Date,
): Promise<string | undefined> {
  const row = await sql
    .deleteFrom('passkeyChallenges')
    .where('id', '=', id)
    .where('accountId', 'is', null)
    .where('expiresAt', '>', now)
    .returning('challenge')
    .executeTakeFirst();
  return row?.challenge;
}

export async function deleteExpiredChallenges(sql: Queries, now: Date): Promise<void> {
  await sql.deleteFrom('passkeyChallenges').where('expiresAt', '<=', now).execute();
}
