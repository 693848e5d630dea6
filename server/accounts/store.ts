import type { ExpressionBuilder } from 'kysely';
import type { Language } from '#protocol/schemas.ts';
import type { Queries, Schema } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';

/** A session in use is noted once in so long: a write for every request would be too many. */
export const SEEN_EVERY_MS = 60_000;

export interface Credentials {
  readonly accountId: string;
  readonly passwordHash: string | null;
}

/** Of a live account; undefined when there is none of that name. */
export function findCredentials(sql: Queries, username: string): Promise<Credentials | undefined> {
  return sql
    .selectFrom('accounts')
    .select(['id as accountId', 'passwordHash'])
    .where('username', '=', username)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
}

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly device: string;
  readonly address: string;
}

export async function insertSession(sql: Queries, session: NewSession): Promise<void> {
  await sql.insertInto('sessions').values(session).execute();
}

export async function deleteExpiredSessions(sql: Queries, now: Date): Promise<void> {
  await sql.deleteFrom('sessions').where('expiresAt', '<=', now).execute();
}

/** Accounts of which a session ran out in (after, until]. */
export async function expiredBetween(sql: Queries, after: Date, until: Date): Promise<string[]> {
  const rows = await sql
    .selectFrom('sessions')
    .select('accountId')
    .distinct()
    .where('expiresAt', '>', after)
    .where('expiresAt', '<=', until)
    .execute();
  return rows.map(({ accountId }) => accountId);
}

export async function noteSignIn(sql: Queries, accountId: string, at: Date): Promise<void> {
  await sql.updateTable('accounts').set({ lastSignInAt: at }).where('id', '=', accountId).execute();
}

/** Notes that sessions are in use, to the minute. */
export async function touchSessions(
  sql: Queries,
  sessionIds: readonly string[],
  now: Date,
): Promise<void> {
  if (sessionIds.length === 0) return;
  await sql
    .updateTable('sessions')
    .set({ lastSeenAt: now })
    .where('id', 'in', sessionIds)
    .where('lastSeenAt', '<=', new Date(now.getTime() - SEEN_EVERY_MS))
    .execute();
}

/** The account behind a session cookie, as it stands now. */
export function findActorByToken(
  sql: Queries,
  tokenHash: Buffer,
  now: Date,
): Promise<(StaffActor & { readonly lastSeenAt: Date }) | undefined> {
  return actors(sql, now).where('sessions.tokenHash', '=', tokenHash).executeTakeFirst();
}

/** The same by the session, for a socket that has been open for a while. */
export function findActorBySession(
  sql: Queries,
  sessionId: string,
  now: Date,
): Promise<StaffActor | undefined> {
  return actors(sql, now).where('sessions.id', '=', sessionId).executeTakeFirst();
}

function actors(sql: Queries, now: Date) {
  return sql
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.accountId')
    .innerJoin('institutions', 'institutions.id', 'accounts.institutionId')
    .where('sessions.expiresAt', '>', now)
    .where('accounts.deletedAt', 'is', null)
    .select((eb) => [
      eb.val('staff' as const).as('kind'),
      'sessions.id as sessionId',
      'accounts.id as accountId',
      'accounts.institutionId',
      'institutions.name as institutionName',
      'accounts.username',
      'accounts.displayName',
      'accounts.email',
      'accounts.role',
      'accounts.chatAccess',
      'sessions.lastSeenAt',
      eb
        .and([eb('institutions.secondFactorRequired', '=', true), eb.not(hasSecondFactor(eb))])
        .$castTo<boolean>()
        .as('mustAddSecondFactor'),
      eb('accounts.touredAt', 'is not', null).$castTo<boolean>().as('isToured'),
      // Of the request, not of the session: see `authenticateStaff`.
      eb.cast<string | null>(eb.lit(null), 'text').as('address'),
    ]);
}

/** An authenticator app that was confirmed, or a passkey; of the query's row of `accounts`. */
export function hasSecondFactor(eb: ExpressionBuilder<Schema, 'accounts'>) {
  return eb.or([
    eb.exists(
      eb
        .selectFrom('authenticators')
        .select('authenticators.accountId')
        .whereRef('authenticators.accountId', '=', 'accounts.id')
        .where('authenticators.confirmedAt', 'is not', null),
    ),
    eb.exists(
      eb
        .selectFrom('passkeys')
        .select('passkeys.id')
        .whereRef('passkeys.accountId', '=', 'accounts.id'),
    ),
  ]);
}

export interface NewAccount {
  readonly id: string;
  readonly institutionId: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly role: StaffActor['role'];
  /** Without these: access, English, five chats at once. */
  readonly chatAccess?: boolean;
  readonly language?: Language;
  readonly maxChats?: number;
  /** Without it, the tour of the desk begins at the first sign-in. */
  readonly touredAt?: Date;
  readonly createdAt: Date;
}

export async function insertAccount(sql: Queries, account: NewAccount): Promise<void> {
  await sql.insertInto('accounts').values(account).execute();
}
