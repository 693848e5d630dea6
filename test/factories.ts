import type { Role } from '../protocol/accounts.ts';
import { insertAccount } from '../server/accounts/index.ts';
import { insertInstitution } from '../server/institutions/index.ts';
import type { Queries } from '../server/platform/database/index.ts';
import { newId } from '../server/platform/ids.ts';
import { insertAssignment, insertQueue } from '../server/queues/index.ts';
import { insertWidget, type NewWidget } from '../server/widgets/index.ts';

const LONG_AGO = new Date('2026-01-01T08:00:00Z');

/** Each makes one row, valid as it stands, and answers its id. */
export async function makeInstitution(sql: Queries, code: string): Promise<string> {
  const id = newId();
  await insertInstitution(sql, {
    id,
    code,
    name: `${code} library`,
    timeZone: 'Europe/Paris',
    languages: ['en'],
    createdAt: LONG_AGO,
  });
  return id;
}

export async function makeAccount(
  sql: Queries,
  account: { institutionId: string; username: string; role: Role },
): Promise<string> {
  const id = newId();
  await insertAccount(sql, {
    id,
    displayName: account.username,
    email: null,
    passwordHash: null,
    createdAt: LONG_AGO,
    ...account,
  });
  return id;
}

/** A chat queue of an institution or of a co-op. */
export async function makeQueue(
  sql: Queries,
  owner: { institutionId: string } | { coopId: string },
): Promise<string> {
  const id = newId();
  await insertQueue(sql, {
    id,
    name: `Reference ${id}`,
    kind: 'chat',
    institutionId: null,
    coopId: null,
    createdAt: LONG_AGO,
    ...owner,
  });
  return id;
}

export async function makeCoop(
  sql: Queries,
  name: string,
  institutionIds: readonly string[],
): Promise<string> {
  const id = newId();
  await sql.insertInto('coops').values({ id, name, createdAt: LONG_AGO }).execute();
  await sql
    .insertInto('coopInstitutions')
    .values(institutionIds.map((institutionId) => ({ coopId: id, institutionId })))
    .execute();
  return id;
}

export async function makeWidget(
  sql: Queries,
  widget: Pick<NewWidget, 'institutionId' | 'chain'> & Partial<NewWidget>,
): Promise<string> {
  const id = newId();
  await insertWidget(sql, {
    id,
    name: 'Library site',
    allowedOrigins: [],
    texts: {},
    colour: null,
    unansweredSeconds: 60,
    createdAt: LONG_AGO,
    ...widget,
  });
  return id;
}

/** Lets an account staff a local queue. */
export async function assign(
  sql: Queries,
  assignment: { queueId: string; accountId: string; optedIn: boolean },
): Promise<void> {
  await insertAssignment(sql, assignment);
}

/** Gives a level in a co-op, and with it the co-op's queues, opted in. */
export async function makeMember(
  sql: Queries,
  member: {
    coopId: string;
    accountId: string;
    level: 'regular' | 'institutionAdmin' | 'coopAdmin';
    optedInto: readonly string[];
  },
): Promise<void> {
  const { optedInto, ...membership } = member;
  await sql.insertInto('coopMemberships').values(membership).execute();
  for (const queueId of optedInto)
    await insertAssignment(sql, { queueId, accountId: member.accountId, optedIn: true });
}

/** How many chats an operator has room for. */
export async function setLimit(sql: Queries, accountId: string, maxChats: number): Promise<void> {
  await sql.updateTable('accounts').set({ maxChats }).where('id', '=', accountId).execute();
}
