import type { Role } from '../protocol/accounts.ts';
import { insertAccount } from '../server/accounts/index.ts';
import { insertInstitution } from '../server/institutions/index.ts';
import type { Queries } from '../server/platform/database/index.ts';
import { newId } from '../server/platform/ids.ts';
import { insertQueue } from '../server/queues/index.ts';
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
    name: 'Reference',
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
