import { sql as fragment } from 'kysely';
import type { Level } from '#protocol/levels.ts';
import { type AuditRecord, recordAudits } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { nameLevel } from './coop.ts';

/** A level that an account has, had or gets. */
export interface Membership {
  readonly coopId: string;
  readonly coopName: string;
  readonly accountId: string;
  readonly username: string;
  readonly institutionId: string;
  readonly level: Level;
}

interface Doing {
  readonly actor: StaffActor;
  readonly at: Date;
}

/** Gives levels, in the caller's transaction and under the co-op's lock. */
export async function giveLevels(
  sql: Queries,
  memberships: readonly Membership[],
  { actor, at }: Doing,
): Promise<void> {
  if (memberships.length === 0) return;
  await sql
    .insertInto('coopMemberships')
    .values(
      memberships.map(({ coopId, accountId, level }) => ({
        coopId,
        accountId,
        level,
        addedAt: at,
      })),
    )
    .execute();
  await recordAudits(
    sql,
    memberships.map((membership) => ({
      ...entryOf(membership, { actor, at }),
      action: 'account.levelGiven',
      before: null,
      after: { coopLevel: nameLevel(membership.coopName, membership.level) },
    })),
  );
}

export async function changeLevel(
  sql: Queries,
  before: Membership,
  level: Level,
  { actor, at }: Doing,
): Promise<void> {
  await sql
    .updateTable('coopMemberships')
    .set({ level })
    .where('coopId', '=', before.coopId)
    .where('accountId', '=', before.accountId)
    .execute();
  await recordAudits(sql, [
    {
      ...entryOf(before, { actor, at }),
      action: 'account.levelChanged',
      before: { coopLevel: nameLevel(before.coopName, before.level) },
      after: { coopLevel: nameLevel(before.coopName, level) },
    },
  ]);
}

/**
 * Takes levels away, with the opt-ins into the co-op's queues: who is added again chooses again. The
 * chats that they have in hand through the co-op are offered again by the next sweep.
 */
export async function takeLevels(
  sql: Queries,
  memberships: readonly Membership[],
  { actor, at }: Doing,
): Promise<void> {
  if (memberships.length === 0) return;
  const pairs = fragment`unnest(${memberships.map(({ coopId }) => coopId)}::uuid[],
    ${memberships.map(({ accountId }) => accountId)}::uuid[]) as gone (coop_id, account_id)`;
  await fragment`
    delete from coop_memberships m using ${pairs}
    where m.coop_id = gone.coop_id and m.account_id = gone.account_id
  `.execute(sql);
  await fragment`
    delete from assignments a using queues q, ${pairs}
    where q.coop_id = gone.coop_id and a.queue_id = q.id and a.account_id = gone.account_id
  `.execute(sql);
  await recordAudits(
    sql,
    memberships.map((membership) => ({
      ...entryOf(membership, { actor, at }),
      action: 'account.levelTaken',
      before: { coopLevel: nameLevel(membership.coopName, membership.level) },
      after: null,
    })),
  );
}

/** Levels of a co-op, of one institution's accounts or of all; those of deleted accounts too. */
export function listMemberships(
  sql: Queries,
  coopId: string,
  institutionId: string | null,
): Promise<Membership[]> {
  return memberships(sql)
    .where('coopMemberships.coopId', '=', coopId)
    .$if(institutionId !== null, (query) =>
      query.where('accounts.institutionId', '=', institutionId),
    )
    .orderBy('accounts.id')
    .execute();
}

/** What an account that moves to another institution loses: all of its levels, in whatever co-op. */
export function listMembershipsOf(sql: Queries, accountId: string): Promise<Membership[]> {
  return memberships(sql).where('accounts.id', '=', accountId).execute();
}

function memberships(sql: Queries) {
  return sql
    .selectFrom('coopMemberships')
    .innerJoin('coops', 'coops.id', 'coopMemberships.coopId')
    .innerJoin('accounts', 'accounts.id', 'coopMemberships.accountId')
    .select([
      'coops.id as coopId',
      'coops.name as coopName',
      'accounts.id as accountId',
      'accounts.username',
      'accounts.institutionId',
      'coopMemberships.level',
    ]);
}

function entryOf(
  { accountId, username, institutionId }: Membership,
  { actor, at }: Doing,
): Pick<AuditRecord, 'at' | 'actor' | 'target'> {
  return { at, actor, target: { kind: 'account', id: accountId, name: username, institutionId } };
}

/** Who has the desk open, of those with a level in the co-op: they see it change. */
export async function membersAtDesks(sql: Queries, coopId: string): Promise<string[]> {
  const rows = await sql
    .selectFrom('coopMemberships')
    .innerJoin('operatorLeases', 'operatorLeases.accountId', 'coopMemberships.accountId')
    .where('coopMemberships.coopId', '=', coopId)
    .select('coopMemberships.accountId')
    .distinct()
    .execute();
  return rows.map(({ accountId }) => accountId);
}
