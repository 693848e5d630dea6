import type { Role } from '#protocol/accounts.ts';
import type { Language } from '#protocol/schemas.ts';
import type { Acting } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';

export interface KnownInstitution {
  readonly id: string;
  readonly code: string;
}

export interface KnownAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly institutionId: string;
  readonly role: Role;
  readonly chatAccess: boolean;
  readonly language: Language;
  readonly maxChats: number;
  readonly deletedAt: Date | null;
}

export interface KnownThing {
  readonly id: string;
  readonly name: string;
  /** Null: the consortium's. */
  readonly institutionId: string | null;
}

export function listInstitutions(sql: Queries): Promise<KnownInstitution[]> {
  return sql.selectFrom('institutions').select(['id', 'code']).execute();
}

/** Local queues, pools or rooms that are in use. */
export function listThings(
  sql: Queries,
  table: 'queues' | 'pools' | 'rooms',
): Promise<KnownThing[]> {
  const things = sql
    .selectFrom(table)
    .select(['id', 'name', 'institutionId'])
    .where('deletedAt', 'is', null)
    .orderBy('name');
  if (table !== 'queues') return things.execute();
  return things.where('institutionId', 'is not', null).execute();
}

/** Of those usernames, deleted ones too. */
export function findAccounts(sql: Queries, usernames: readonly string[]): Promise<KnownAccount[]> {
  if (usernames.length === 0) return Promise.resolve([]);
  return accounts(sql)
    .where('username', 'in', [...usernames])
    .execute();
}

/** Living ones that the caller manages, by username. */
export function listAccounts(
  sql: Queries,
  actor: Acting,
  institutionId: string | undefined,
): Promise<KnownAccount[]> {
  return accounts(sql)
    .where('deletedAt', 'is', null)
    .$if(actor.role !== 'owner', (query) => query.where('institutionId', '=', actor.institutionId))
    .$if(institutionId !== undefined, (query) =>
      query.where('institutionId', '=', institutionId ?? ''),
    )
    .orderBy('username')
    .execute();
}

function accounts(sql: Queries) {
  return sql
    .selectFrom('accounts')
    .select([
      'id',
      'username',
      'displayName',
      'email',
      'institutionId',
      'role',
      'chatAccess',
      'maxChats',
      'deletedAt',
    ])
    .select((eb) => eb.ref('language').$castTo<Language>().as('language'));
}
