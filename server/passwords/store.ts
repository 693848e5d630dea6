import type { Language } from '#protocol/schemas.ts';
import type { Queries } from '../platform/database/index.ts';
import type { LinkPurpose } from './link.ts';

/** Whom a letter is for. */
export interface Addressee {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly email: string | null;
  readonly language: Language;
}

export function findAddresseeByUsername(
  sql: Queries,
  username: string,
): Promise<Addressee | undefined> {
  return addressees(sql).where('accounts.username', '=', username).executeTakeFirst();
}

export function findAddressee(sql: Queries, accountId: string): Promise<Addressee | undefined> {
  return addressees(sql).where('accounts.id', '=', accountId).executeTakeFirst();
}

/** All that share an address, whatever capitals it was written in. */
export function findAddresseesByEmail(sql: Queries, email: string): Promise<Addressee[]> {
  return addressees(sql)
    .where((eb) => eb(eb.fn<string>('lower', ['accounts.email']), '=', email.toLowerCase()))
    .orderBy('accounts.username')
    .execute();
}

function addressees(sql: Queries) {
  return sql
    .selectFrom('accounts')
    .innerJoin('institutions', 'institutions.id', 'accounts.institutionId')
    .where('accounts.deletedAt', 'is', null)
    .select((eb) => [
      'accounts.id',
      'accounts.username',
      'accounts.displayName',
      'accounts.institutionId',
      'institutions.name as institutionName',
      'accounts.email',
      eb.ref('accounts.language').$castTo<Language>().as('language'),
    ]);
}

export interface NewLink {
  readonly id: string;
  readonly accountId: string;
  readonly purpose: LinkPurpose;
  readonly tokenHash: Buffer;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertLink(sql: Queries, link: NewLink): Promise<void> {
  await sql.insertInto('passwordLinks').values(link).execute();
}

export interface StoredLink {
  readonly accountId: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
}

/** One that still holds. */
export function findLink(
  sql: Queries,
  tokenHash: Buffer,
  now: Date,
): Promise<StoredLink | undefined> {
  return sql
    .selectFrom('passwordLinks')
    .select(['accountId', 'purpose', 'expiresAt'])
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** Uses a link up; undefined when somebody else has, at the same moment. */
export function takeLink(
  sql: Queries,
  tokenHash: Buffer,
  now: Date,
): Promise<StoredLink | undefined> {
  return sql
    .deleteFrom('passwordLinks')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .returning(['accountId', 'purpose', 'expiresAt'])
    .executeTakeFirst();
}

export async function deleteLinks(sql: Queries, accountId: string): Promise<void> {
  await sql.deleteFrom('passwordLinks').where('accountId', '=', accountId).execute();
}

export async function deleteLinksExpiredBefore(sql: Queries, moment: Date): Promise<void> {
  await sql.deleteFrom('passwordLinks').where('expiresAt', '<=', moment).execute();
}

export async function findPasswordHash(sql: Queries, accountId: string): Promise<string | null> {
  const row = await sql
    .selectFrom('accounts')
    .select('passwordHash')
    .where('id', '=', accountId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return row?.passwordHash ?? null;
}

export async function updatePasswordHash(
  sql: Queries,
  accountId: string,
  passwordHash: string,
): Promise<void> {
  await sql.updateTable('accounts').set({ passwordHash }).where('id', '=', accountId).execute();
}

export async function updateEmail(
  sql: Queries,
  accountId: string,
  email: string | null,
): Promise<void> {
  await sql.updateTable('accounts').set({ email }).where('id', '=', accountId).execute();
}

/**
 * Answers whether an account's session is still there. Nobody ends it by another password before the
 * transaction ends.
 */
export async function holdSession(
  sql: Queries,
  { accountId, sessionId }: { readonly accountId: string; readonly sessionId: string },
): Promise<boolean> {
  // Whoever sets a password has the account's row locked before they end its sessions.
  await sql
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', accountId)
    .forNoKeyUpdate()
    .execute();
  const row = await sql
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return row !== undefined;
}

/** `spared`: the session of whoever changed it, or null. */
export async function deleteSessionsOf(
  sql: Queries,
  accountId: string,
  spared: string | null,
): Promise<void> {
  await sql
    .deleteFrom('sessions')
    .where('accountId', '=', accountId)
    .$if(spared !== null, (query) => query.where('id', '!=', spared))
    .execute();
}
