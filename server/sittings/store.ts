import { sql as fragment, type RawBuilder } from 'kysely';
import { SILENCE_SECONDS } from '#protocol/limits.ts';
import type { Queries } from '../platform/database/index.ts';
import type { Reach } from '../scopes/index.ts';

/** Two processes that see one person sit down write it down once. Any number that nothing else uses. */
const LOCK = 7_273_113;

/**
 * Writes down who of the accounts is at the desk now, and in which co-ops' queues: a sitting that goes
 * on gets its new end, that of the leases; a new one begins; one whose queue was left ends.
 *
 * `back`: who was seen before this moment last has sat down anew.
 */
export async function saveSittings(
  sql: Queries,
  accountIds: readonly string[],
  { now, back }: { now: Date; back: Date },
): Promise<void> {
  await fragment`select pg_advisory_xact_lock(${LOCK})`.execute(sql);
  await fragment`
    with leases as (
      select account_id, max(expires_at) as ends_at from operator_leases
      where account_id = any (${accountIds}::uuid[]) group by account_id
    ),
    staffed as (
      select account_id, null::uuid as coop_id from leases
      union all
      select distinct leases.account_id, queues.coop_id from leases
      join operator_queues staffs on staffs.account_id = leases.account_id and staffs.opted_in
      join queues on queues.id = staffs.queue_id and queues.coop_id is not null
    ),
    there as (
      select staffed.account_id, staffed.coop_id, leases.ends_at, accounts.institution_id
      from staffed join leases using (account_id) join accounts on accounts.id = account_id
    ),
    ended as (
      update desk_sittings set ends_at = ${now}
      where account_id = any (${accountIds}::uuid[]) and ends_at > ${now}
        and not exists (
          select from there where there.account_id = desk_sittings.account_id
            and there.coop_id is not distinct from desk_sittings.coop_id
        )
    ),
    going_on as (
      update desk_sittings set ends_at = there.ends_at from there
      where there.account_id = desk_sittings.account_id
        and there.coop_id is not distinct from desk_sittings.coop_id
        and there.institution_id = desk_sittings.institution_id
        and desk_sittings.ends_at >= ${back}
      returning desk_sittings.account_id, desk_sittings.coop_id
    )
    insert into desk_sittings (account_id, coop_id, institution_id, began_at, ends_at)
    select account_id, coop_id, institution_id, ${now}, ends_at from there
    where ends_at > ${now} and not exists (
      select from going_on where going_on.account_id = there.account_id
        and going_on.coop_id is not distinct from there.coop_id
    )
    on conflict do nothing
  `.execute(sql);
}

/**
 * Seconds out of sight that are no break: every open desk is looked at once a minute, and a look finds
 * a lease that runs on for as long as silence may last.
 */
export const NO_BREAK_SECONDS = 60 + SILENCE_SECONDS;

export interface StoredSitting {
  readonly beganAt: Date;
  readonly endsAt: Date;
  /** Chats of the co-op that the account took meanwhile. */
  readonly chats: number;
}

/**
 * Of one account in one co-op, latest first. `before`: when a sitting began; null begins with the latest.
 * Of who is there at this moment, the end is that of their lease, and still to come.
 */
export async function listSittings(
  sql: Queries,
  { accountId, coopId }: { accountId: string; coopId: string },
  { before, limit, now }: { before: Date | null; limit: number; now: Date },
): Promise<StoredSitting[]> {
  const { rows } = await fragment<StoredSitting>`
    select began_at,
      case when ends_at >= ${new Date(now.getTime() - NO_BREAK_SECONDS * 1_000)} then greatest(
        ends_at, (select max(expires_at) from operator_leases where account_id = ${accountId})
      ) else ends_at end as ends_at,
      (
      select count(*) from answerings a
      join coop_chats k on k.chat_id = a.chat_id and k.coop_id = ${coopId} and k.through
      where a.account_id = ${accountId} and a.at >= sitting.began_at and a.at <= sitting.ends_at
    ) as chats
    from desk_sittings sitting
    where account_id = ${accountId} and coop_id = ${coopId}
      and ${before === null ? fragment`true` : fragment`began_at < ${before}`}
    order by began_at desc
    limit ${limit}
  `.execute(sql);
  return rows;
}

export interface SittingSums {
  readonly sittings: number;
  readonly seconds: number;
  readonly chats: number;
}

/** What one account did in one co-op since; a sitting that reaches into the time counts from there. */
export async function sumSittings(
  sql: Queries,
  { accountId, coopId }: { accountId: string; coopId: string },
  { from, now }: { from: Date; now: Date },
): Promise<SittingSums> {
  const { rows } = await fragment<SittingSums>`
    select count(*) as sittings,
      coalesce(sum(extract(epoch from least(ends_at, ${now}) - greatest(began_at, ${from}))), 0)::float8
        as seconds,
      (
        select count(*) from answerings a
        join coop_chats k on k.chat_id = a.chat_id and k.coop_id = ${coopId} and k.through
        where a.account_id = ${accountId} and a.at >= ${from}
      ) as chats
    from desk_sittings
    where account_id = ${accountId} and coop_id = ${coopId} and ends_at > ${from}
  `.execute(sql);
  return rows[0] ?? { sittings: 0, seconds: 0, chats: 0 };
}

/** Sittings that begin and end alike, by the hour of the week. */
export interface SittingShape {
  /** 0 is Sunday from midnight to one; of the beginning. */
  readonly hour: number;
  /** Whole hours from the one of the beginning to the one of the end; 0: within one. */
  readonly span: number;
  readonly sittings: number;
  /** Seconds of the first hour before they began; of the last until they ended. */
  readonly headSeconds: number;
  readonly tailSeconds: number;
}

/** Who sat at the desk in a scope within [from, to), on the clock of a time zone. */
export async function readShapes(
  sql: Queries,
  reach: Reach,
  { from, to, timeZone }: { from: Date | null; to: Date; timeZone: string },
): Promise<SittingShape[]> {
  const begins = from === null ? fragment`began_at` : fragment`greatest(began_at, ${from})`;
  const { rows } = await fragment<SittingShape>`
    select (date_part('dow', begins) * 24 + date_part('hour', begins))::int as hour,
      (date_part('epoch', date_trunc('hour', ends) - date_trunc('hour', begins)) / 3600)::int as span,
      count(*) as sittings,
      sum(date_part('epoch', begins - date_trunc('hour', begins))) as head_seconds,
      sum(date_part('epoch', ends - date_trunc('hour', ends))) as tail_seconds
    from (
      select ${begins} at time zone ${timeZone} as begins,
        least(ends_at, ${to}) at time zone ${timeZone} as ends
      from desk_sittings
      where ${sittingsIn(reach)} and began_at < ${to} and ends_at > began_at
        and ${from === null ? fragment`true` : fragment`ends_at > ${from}`}
      -- Told by the clock of the zone once, and not wherever it is named above: that takes most of the time.
      offset 0
    ) clipped
    where ends > begins
    group by 1, 2
  `.execute(sql);
  return rows;
}

/** Whose time at the desk belongs to a scope. */
function sittingsIn(reach: Reach): RawBuilder<boolean> {
  switch (reach.kind) {
    case 'everything':
      return fragment`coop_id is null`;
    case 'home':
      return fragment`coop_id is null and institution_id = ${reach.institutionId}`;
    case 'homeQueues':
    case 'homeOwn':
      return fragment`coop_id is null and institution_id = ${reach.institutionId}
        and account_id = ${reach.accountId}`;
    case 'coop':
      return fragment`coop_id = ${reach.coopId}`;
    case 'coopInstitution':
      return fragment`coop_id = ${reach.coopId} and institution_id = ${reach.institutionId}`;
    case 'coopOwn':
      return fragment`coop_id = ${reach.coopId} and account_id = ${reach.accountId}`;
    case 'mine':
      return fragment`coop_id is null and account_id = ${reach.accountId}`;
  }
}

export interface StaffedMonth {
  readonly institutionId: string;
  /** `2026-03`. */
  readonly month: string;
  readonly seconds: number;
}

/** Time at a co-op's desk by institution and month (UTC), within [from, to). */
export async function readStaffedMonths(
  sql: Queries,
  coopId: string,
  { from, to }: { from: Date | null; to: Date },
): Promise<StaffedMonth[]> {
  const begins = from === null ? fragment`began_at` : fragment`greatest(began_at, ${from})`;
  const { rows } = await fragment<StaffedMonth>`
    with clipped as materialized (
      select institution_id, ${begins} at time zone 'UTC' as begins,
        least(ends_at, ${to}) at time zone 'UTC' as ends
      from desk_sittings where coop_id = ${coopId} and began_at < ${to} and ends_at > began_at
        and ${from === null ? fragment`true` : fragment`ends_at > ${from}`}
    ),
    -- Nobody sits for a month: a sitting lies in one, or in two that follow each other.
    parts as (
      select institution_id, date_trunc('month', begins) as month,
        least(ends, date_trunc('month', begins) + interval '1 month') - begins as lasted
      from clipped where ends > begins
      union all
      select institution_id, date_trunc('month', ends), ends - date_trunc('month', ends)
      from clipped where date_trunc('month', ends) > date_trunc('month', begins)
    )
    select institution_id, to_char(month, 'YYYY-MM') as month,
      date_part('epoch', sum(lasted)) as seconds
    from parts group by institution_id, parts.month
  `.execute(sql);
  return rows;
}
