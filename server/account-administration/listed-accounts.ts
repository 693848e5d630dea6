import { sql as fragment, type RawBuilder } from 'kysely';
import type { AccountQuery } from '#protocol/account-administration.ts';
import type { Acting } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { DAY_MS, IDLE_DAYS, type StoredAccount } from './account.ts';
import { visibleAccounts } from './store.ts';

export type AccountFilter = Pick<
  AccountQuery,
  'q' | 'institutionId' | 'role' | 'queueId' | 'state'
>;

/** Where a list stands: the key and the id of the last row of a page. */
export interface Place {
  readonly key: string | number;
  readonly id: string;
}

/** What each order sorts by, never null; the id decides between equals. */
const KEYS: Readonly<Record<AccountQuery['sort'], RawBuilder<string | number>>> = {
  username: fragment`accounts.username`,
  displayName: fragment`lower(accounts.display_name)`,
  institution: fragment`lower(institutions.name)`,
  // Milliseconds; who was never here comes before everybody.
  lastSignIn: fragment`coalesce(floor(extract(epoch from accounts.last_sign_in_at) * 1000), -1)::bigint`,
};

export interface Order {
  readonly sort: AccountQuery['sort'];
  readonly descending: boolean;
}

/** Rows after a place, in order, each with the key of its place. */
export function listAccountRows(
  sql: Queries,
  actor: Acting,
  filter: AccountFilter,
  { sort, descending, after, limit }: Order & { after: Place | null; limit: number },
  now: Date,
): Promise<(StoredAccount & { readonly key: string | number })[]> {
  const key = KEYS[sort];
  const direction = descending ? 'desc' : 'asc';
  const beyond = fragment.raw(descending ? '<' : '>');
  return filtered(visibleAccounts(sql, actor, now), filter, now)
    .select(key.as('key'))
    .$if(after !== null, (query) =>
      query.where(
        fragment<boolean>`(${key}, accounts.id) ${beyond} (${after?.key}, ${after?.id}::uuid)`,
      ),
    )
    .orderBy(key, direction)
    .orderBy('accounts.id', direction)
    .limit(limit)
    .execute();
}

export async function countAccounts(
  sql: Queries,
  actor: Acting,
  filter: AccountFilter,
  now: Date,
): Promise<number> {
  const { total } = await filtered(visibleAccounts(sql, actor, now), filter, now)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

function filtered(
  accounts: ReturnType<typeof visibleAccounts>,
  { q, institutionId, role, queueId, state }: AccountFilter,
  now: Date,
) {
  const words =
    q
      ?.trim()
      .split(/\s+/)
      .filter((word) => word !== '') ?? [];
  return accounts.where((eb) =>
    eb.and([
      eb('accounts.deletedAt', state === 'deleted' ? 'is not' : 'is', null),
      ...(institutionId === undefined ? [] : [eb('accounts.institutionId', '=', institutionId)]),
      ...(role === undefined ? [] : [eb('accounts.role', '=', role)]),
      ...(queueId === undefined ? [] : [staffs(queueId)]),
      ...(state === undefined ? [] : [isIn(state, now)]),
      ...(words.length === 0 ? [] : [mentions(words)]),
    ]),
  );
}

/** Each word stands somewhere in the four, in whatever case. Reading 10,000 accounts takes 25 ms. */
function mentions(words: readonly string[]): RawBuilder<boolean> {
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`.toLowerCase());
  return fragment<boolean>`lower(concat_ws(chr(10), accounts.username, accounts.display_name,
    accounts.email, institutions.name)) like all (${patterns}::text[])`;
}

/** Assigned to a local queue, or with a level in the co-op that owns it; opted in or not. */
function staffs(queueId: string): RawBuilder<boolean> {
  return fragment<boolean>`accounts.id in (
    select a.account_id from assignments a
    join queues q on q.id = a.queue_id and q.institution_id is not null
    where q.id = ${queueId}
    union all
    select m.account_id from coop_memberships m
    join queues q on q.coop_id = m.coop_id
    where q.id = ${queueId})`;
}

function isIn(state: NonNullable<AccountFilter['state']>, now: Date): RawBuilder<boolean> {
  switch (state) {
    case 'never_signed_in':
      return fragment`accounts.last_sign_in_at is null`;
    case 'idle':
      return fragment`accounts.last_sign_in_at < ${new Date(now.getTime() - IDLE_DAYS * DAY_MS)}`;
    case 'no_email':
      return fragment`accounts.email is null`;
    case 'invited':
      return fragment`exists (select from password_links l where l.account_id = accounts.id
        and l.purpose = 'invitation' and l.expires_at > ${now})`;
    case 'deleted':
      return fragment`accounts.deleted_at is not null`;
  }
}
