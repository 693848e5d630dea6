import { sql as fragment } from 'kysely';
import type { Contact } from '#protocol/contacts.ts';
import type { Acting } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import { addedTo } from './assignments/index.ts';

/** Colleagues that were added by hand; deleted ones are left out, and come back when restored. */
export async function readContacts(sql: Queries, accountId: string): Promise<string[]> {
  const rows = await sql
    .selectFrom('contacts')
    .innerJoin('accounts', 'accounts.id', 'contacts.contactId')
    .select('contacts.contactId')
    .where('contacts.accountId', '=', accountId)
    .where('accounts.deletedAt', 'is', null)
    .orderBy('contacts.contactId')
    .execute();
  return rows.map(({ contactId }) => contactId);
}

/**
 * @returns to each id the username, for the audit log
 * @throws breaks_rule with `contactIds.N` for who is neither of the institution nor of a partner's
 */
export async function saveContacts(
  sql: Queries,
  actor: Acting,
  account: { readonly id: string; readonly institutionId: string },
  before: readonly string[],
  wanted: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (before.length === 0 && wanted.length === 0) return new Map();
  const names = await reachable(sql, actor, account.institutionId, [...before, ...wanted]);
  const added = addedTo(before, wanted);
  const errors = added
    .filter((id) => id === account.id || !names.has(id))
    .map((id) => ({
      path: `contactIds.${wanted.indexOf(id)}`,
      message: 'must be another account of the institution, or of one that shares a co-op with it',
    }));
  if (errors.length > 0) {
    const detail = errors.map(({ path, message }) => `${path} ${message}.`).join(' ');
    throw problem('breaks_rule', detail, errors);
  }
  const gone = addedTo(wanted, before);
  if (gone.length > 0) {
    await sql
      .deleteFrom('contacts')
      .where('accountId', '=', account.id)
      .where('contactId', 'in', gone)
      .execute();
  }
  if (added.length > 0) {
    await sql
      .insertInto('contacts')
      .values(added.map((contactId) => ({ accountId: account.id, contactId })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return names;
}

/** Usernames of those of the given accounts that somebody of the institution may have for a contact. */
async function reachable(
  sql: Queries,
  actor: Acting,
  institutionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await fragment<{ id: string; username: string }>`
    select a.id, a.username from accounts a
    where a.id = any (${ids}::uuid[]) and ${isReachable(actor, institutionId)}
  `.execute(sql);
  return new Map(rows.map(({ id, username }) => [id, username]));
}

/** Of those the ones that mention all words, and are among the ids if there are any; by username. */
export async function findContacts(
  sql: Queries,
  actor: Acting,
  institutionId: string,
  { words, ids, limit }: ContactFilter,
): Promise<Contact[]> {
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`.toLowerCase());
  const { rows } = await fragment<Contact>`
    select a.id, a.username, a.display_name, i.name as institution_name
    from accounts a join institutions i on i.id = a.institution_id
    where ${isReachable(actor, institutionId)}
      and ${ids === undefined ? fragment`true` : fragment`a.id = any (${ids}::uuid[])`}
      and lower(concat_ws(chr(10), a.username, a.display_name, i.name)) like all (${patterns}::text[])
    order by a.username limit ${ids?.length ?? limit}
  `.execute(sql);
  return rows;
}

interface ContactFilter {
  readonly words: readonly string[];
  readonly ids: readonly string[] | undefined;
  readonly limit: number;
}

/** Drops contacts, on both sides, of who belongs to the institution now and is a stranger to them there. */
export async function dropStrangers(
  sql: Queries,
  accountId: string,
  institutionId: string,
): Promise<void> {
  await fragment`
    delete from contacts c using accounts a
    where ((c.account_id = ${accountId} and a.id = c.contact_id)
        or (c.contact_id = ${accountId} and a.id = c.account_id))
      and not ${isNear(institutionId)}
  `.execute(sql);
}

/** A live account of the institution, or of one that shares a co-op with it; for the owner, any. */
function isReachable(actor: Acting, institutionId: string) {
  const isOwner = fragment<boolean>`${actor.role === 'owner'}`;
  return fragment<boolean>`a.deleted_at is null and (${isOwner} or ${isNear(institutionId)})`;
}

/** Of the institution, or of one that shares a co-op with it. */
function isNear(institutionId: string) {
  return fragment<boolean>`(a.institution_id = ${institutionId} or a.institution_id in (
    select other.institution_id from coop_institutions own
    join coops on coops.id = own.coop_id and coops.deleted_at is null
    join coop_institutions other on other.coop_id = own.coop_id
    where own.institution_id = ${institutionId}
  ))`;
}
