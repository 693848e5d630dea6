import type { Queries, Schema } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { CannedMessage } from './canned-messages.ts';

export async function listInstitutionIds(sql: Queries): Promise<string[]> {
  const rows = await sql.selectFrom('institutions').select('id').execute();
  return rows.map((row) => row.id);
}

export async function insertCoop(
  sql: Queries,
  coop: { id: string; name: string; createdAt: Date },
): Promise<void> {
  await sql.insertInto('coops').values(coop).execute();
}

export async function insertCoopInstitution(
  sql: Queries,
  joining: Schema['coopInstitutions'],
): Promise<void> {
  await sql.insertInto('coopInstitutions').values(joining).execute();
}

export async function insertMembership(
  sql: Queries,
  membership: Schema['coopMemberships'],
): Promise<void> {
  await sql.insertInto('coopMemberships').values(membership).execute();
}

export interface NewPool {
  readonly name: string;
  /** Null: the consortium's. */
  readonly institutionId: string | null;
  readonly messages: readonly CannedMessage[];
  readonly memberIds: readonly string[];
  readonly createdAt: Date;
}

export async function insertPool(sql: Queries, pool: NewPool): Promise<void> {
  const { messages, memberIds, ...fields } = pool;
  const poolId = newId();
  await sql
    .insertInto('pools')
    .values({ id: poolId, ...fields })
    .execute();
  await sql
    .insertInto('poolMessages')
    .values(messages.map((message) => ({ id: newId(), poolId, ...message })))
    .execute();
  await sql
    .insertInto('poolMembers')
    .values(memberIds.map((accountId) => ({ poolId, accountId })))
    .execute();
}

export async function insertRoom(
  sql: Queries,
  room: { name: string; institutionId: string | null; createdAt: Date },
  memberIds: readonly string[],
): Promise<void> {
  const roomId = newId();
  await sql
    .insertInto('rooms')
    .values({ id: roomId, ...room })
    .execute();
  await sql
    .insertInto('roomMembers')
    .values(memberIds.map((accountId) => ({ roomId, accountId })))
    .execute();
}
