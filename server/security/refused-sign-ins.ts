import { sql as fragment } from 'kysely';
import { type AuditRecord, recordAudit, recordAudits } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { Parts } from '../platform/parts.ts';
import type { Arrival } from './open-session.ts';
import { findTarget } from './store.ts';

/** How long refusals are gathered after the first, before the log tells of them together. */
const GATHERED_FOR_MS = 3_600_000;
/** Addresses that are kept of them: a rented net has thousands. */
const MOST_ADDRESSES = 5;

/**
 * A wrong password or code for somebody who is here. The first is told of at once; those of the hour
 * after it are counted, and told of together. Of names that nobody has nothing is written: people type
 * their passwords there. To be begun and not awaited: no answer waits for it, and none is told apart by it.
 */
export async function recordRefusal(
  { database, clock }: Pick<Parts, 'database' | 'clock'>,
  accountId: string,
  { visit: { device, address } }: Arrival,
): Promise<void> {
  const now = clock.now();
  await database.sql.transaction().execute(async (sql) => {
    const found = await findTarget(sql, accountId);
    if (!found || (await countRefusal(sql, accountId, address, now)) > 0) return;
    await recordAudit(sql, entryOf({ accountId, ...found }, { device, address }, now));
  });
}

/** In the transaction that signs somebody in: who got in after how many tries is told before it. */
export async function tellRefusalsOf(sql: Queries, accountId: string, now: Date): Promise<void> {
  await tell(sql, fragment`refused.account_id = ${accountId}`, now);
}

/** What was gathered for long enough. Every minute; every process may do it. */
export function tellOldRefusals({ database, clock }: Parts): Promise<void> {
  const now = clock.now();
  const before = new Date(now.getTime() - GATHERED_FOR_MS);
  return database.sql
    .transaction()
    .execute((sql) => tell(sql, fragment`refused.since <= ${before}`, now));
}

/** Answers how many were counted since the one that was told of; 0: this is that one. */
async function countRefusal(
  sql: Queries,
  accountId: string,
  address: string,
  now: Date,
): Promise<number> {
  const { rows } = await fragment<{ tries: number }>`
    insert into refused_sign_ins as refused (account_id, since, tries, addresses)
    values (${accountId}, ${now}, 0, '{}')
    on conflict (account_id) do update set
      tries = refused.tries + 1,
      addresses = case
        when ${address} = any (refused.addresses) or cardinality(refused.addresses) > ${MOST_ADDRESSES}
        then refused.addresses
        else refused.addresses || ${address}::text
      end
    returning tries
  `.execute(sql);
  return rows[0]?.tries ?? 0;
}

interface Gathered {
  readonly accountId: string;
  readonly username: string;
  readonly institutionId: string;
  readonly tries: number;
  readonly addresses: string[];
}

async function tell(sql: Queries, which: ReturnType<typeof fragment>, now: Date): Promise<void> {
  const { rows } = await fragment<Gathered>`
    delete from refused_sign_ins refused using accounts a
    where a.id = refused.account_id and ${which}
    returning a.id as "accountId", a.username, a.institution_id as "institutionId",
      refused.tries, refused.addresses
  `.execute(sql);
  const told = rows.filter(({ tries }) => tries > 0);
  await recordAudits(
    sql,
    told.map((gathered) => {
      const { tries, addresses } = gathered;
      return entryOf(gathered, { tries, address: nameSome(addresses) }, now);
    }),
  );
}

/** One more than is named tells that there were more. */
function nameSome(addresses: readonly string[]): string {
  const named = addresses.slice(0, MOST_ADDRESSES).join(', ');
  return addresses.length > MOST_ADDRESSES ? `${named}, …` : named;
}

function entryOf(
  { accountId, username, institutionId }: Omit<Gathered, 'tries' | 'addresses'>,
  after: AuditRecord['after'],
  at: Date,
): AuditRecord {
  return {
    at,
    // Whoever it was, it was not shown to be the account's owner.
    actor: null,
    action: 'session.refused',
    target: { kind: 'account', id: accountId, name: username, institutionId },
    before: null,
    after,
  };
}
