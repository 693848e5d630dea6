import type { ActedOn } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Visit } from '../platform/http/visit.ts';

/**
 * Locks an account until its session has begun: a new password, which ends all sessions, comes before
 * it or after it and never in between. Undefined when the account is gone.
 */
export async function lockPasswordHash(
  sql: Queries,
  accountId: string,
): Promise<string | null | undefined> {
  const row = await sql
    .selectFrom('accounts')
    .select('passwordHash')
    .where('id', '=', accountId)
    .where('deletedAt', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row?.passwordHash;
}

export interface StoredSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly device: string;
  readonly address: string;
}

/** Those that hold, the last seen first. */
export function listSessionsOf(
  sql: Queries,
  accountId: string,
  now: Date,
): Promise<StoredSession[]> {
  return sql
    .selectFrom('sessions')
    .select(['id', 'createdAt', 'lastSeenAt', 'expiresAt', 'device', 'address'])
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', now)
    .orderBy('lastSeenAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Answers where it had been begun; undefined when the account has no such session. */
export function deleteSessionOf(
  sql: Queries,
  accountId: string,
  sessionId: string,
): Promise<Visit | undefined> {
  return sql
    .deleteFrom('sessions')
    .where('accountId', '=', accountId)
    .where('id', '=', sessionId)
    .returning(['device', 'address'])
    .executeTakeFirst();
}

/** Answers how many there were. */
export async function deleteAllSessionsOf(sql: Queries, accountId: string): Promise<number> {
  const rows = await sql
    .deleteFrom('sessions')
    .where('accountId', '=', accountId)
    .returning('id')
    .execute();
  return rows.length;
}

export interface Target extends ActedOn {
  readonly username: string;
  readonly hasPassword: boolean;
}

/** An account that the actor can see: of their institution; for the owner, any. */
export function visibleTarget(sql: Queries, actor: StaffActor, accountId: string) {
  return sql
    .selectFrom('accounts')
    .select((eb) => [
      'id',
      'username',
      'institutionId',
      'role',
      'deletedAt',
      eb('passwordHash', 'is not', null).$castTo<boolean>().as('hasPassword'),
    ])
    .where('id', '=', accountId)
    .where('purgedAt', 'is', null)
    .$if(actor.role !== 'owner', (query) => query.where('institutionId', '=', actor.institutionId));
}

/** A live account. */
export function findTarget(
  sql: Queries,
  accountId: string,
): Promise<Pick<Target, 'username' | 'institutionId'> | undefined> {
  return sql
    .selectFrom('accounts')
    .select(['username', 'institutionId'])
    .where('id', '=', accountId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
}

/** Ends the session behind a cookie; answers whose it was. */
export async function deleteSessionByToken(
  sql: Queries,
  tokenHash: Buffer,
): Promise<string | undefined> {
  const row = await sql
    .deleteFrom('sessions')
    .where('tokenHash', '=', tokenHash)
    .returning('accountId')
    .executeTakeFirst();
  return row?.accountId;
}
