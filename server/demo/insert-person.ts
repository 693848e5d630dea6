import type { Role } from '#protocol/accounts.ts';
import { insertAccount } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { NORTHFIELD, OWNER, type Person } from './libraries.ts';

/** The same for all: one password, hashed once, since a hash takes as long as all the rest. */
export interface Making {
  readonly passwordHash: string;
  readonly createdAt: Date;
}

/** Answers the account's id. */
export async function insertPerson(
  sql: Queries,
  { username, displayName }: Person,
  { institutionId, role }: { institutionId: string; role: Role },
  making: Making,
): Promise<string> {
  const id = newId();
  await insertAccount(sql, {
    id,
    institutionId,
    username,
    displayName,
    email: null,
    role,
    // Who tries the demonstration out finds the tour in the account menu.
    touredAt: making.createdAt,
    ...making,
  });
  return id;
}

/** Works at the consortium's office, which Northfield houses; staffs no queue. */
export function insertOwner(sql: Queries, making: Making): Promise<string> {
  const { institutionId } = NORTHFIELD;
  return insertPerson(sql, OWNER, { institutionId, role: 'owner' }, making);
}
