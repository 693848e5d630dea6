import type { Queries } from '../platform/database/index.ts';

export interface Authenticator {
  readonly secret: Buffer;
  readonly confirmedAt: Date | null;
}

export function findAuthenticator(
  sql: Queries,
  accountId: string,
): Promise<Authenticator | undefined> {
  return sql
    .selectFrom('authenticators')
    .select(['secret', 'confirmedAt'])
    .where('accountId', '=', accountId)
    .executeTakeFirst();
}

/** Begins anew; one that was confirmed stays as it is: answers whether it was begun. */
export async function saveUnconfirmed(
  sql: Queries,
  { accountId, secret, createdAt }: { accountId: string; secret: Buffer; createdAt: Date },
): Promise<boolean> {
  const row = await sql
    .insertInto('authenticators')
    .values({ accountId, secret, createdAt, confirmedAt: null })
    .onConflict((conflict) =>
      conflict
        .column('accountId')
        .doUpdateSet({ secret, createdAt, lastStep: 0 })
        .where('authenticators.confirmedAt', 'is', null),
    )
    .returning('accountId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Answers whether it was this call that confirmed it. */
export async function confirmAuthenticator(
  sql: Queries,
  { accountId, secret, step, at }: { accountId: string; secret: Buffer; step: number; at: Date },
): Promise<boolean> {
  const row = await sql
    .updateTable('authenticators')
    .set({ confirmedAt: at, lastStep: step })
    .where('accountId', '=', accountId)
    .where('secret', '=', secret)
    .where('confirmedAt', 'is', null)
    .returning('accountId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses the code of a step up, and all before it; false when that was done before. */
export async function takeStep(sql: Queries, accountId: string, step: number): Promise<boolean> {
  const row = await sql
    .updateTable('authenticators')
    .set({ lastStep: step })
    .where('accountId', '=', accountId)
    .where('confirmedAt', 'is not', null)
    .where('lastStep', '<', step)
    .returning('accountId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Answers whether there was a confirmed one. */
export async function deleteAuthenticator(sql: Queries, accountId: string): Promise<boolean> {
  const row = await sql
    .deleteFrom('authenticators')
    .where('accountId', '=', accountId)
    .returning('confirmedAt')
    .executeTakeFirst();
  await sql.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute();
  return row !== undefined && row.confirmedAt !== null;
}

export async function deleteUnconfirmedBefore(sql: Queries, moment: Date): Promise<void> {
  await sql
    .deleteFrom('authenticators')
    .where('confirmedAt', 'is', null)
    .where('createdAt', '<=', moment)
    .execute();
}

export async function replaceRecoveryCodes(
  sql: Queries,
  accountId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await sql.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute();
  await sql
    .insertInto('recoveryCodes')
    .values(hashes.map((codeHash) => ({ accountId, codeHash })))
    .execute();
}

/** Uses a recovery code up; false when there is none such. */
export async function takeRecoveryCode(
  sql: Queries,
  accountId: string,
  codeHash: Buffer,
): Promise<boolean> {
  const row = await sql
    .deleteFrom('recoveryCodes')
    .where('accountId', '=', accountId)
    .where('codeHash', '=', codeHash)
    .returning('accountId')
    .executeTakeFirst();
  return row !== undefined;
}

export interface Factors {
  /** The institution wants one. */
  readonly required: boolean;
  readonly totp: boolean;
  readonly recoveryCodesLeft: number;
  readonly passkeys: number;
}

export function countFactors(sql: Queries, accountId: string): Promise<Factors> {
  return sql
    .selectFrom('accounts')
    .innerJoin('institutions', 'institutions.id', 'accounts.institutionId')
    .where('accounts.id', '=', accountId)
    .select((eb) => [
      'institutions.secondFactorRequired as required',
      eb
        .exists(
          eb
            .selectFrom('authenticators')
            .select('accountId')
            .where('accountId', '=', accountId)
            .where('confirmedAt', 'is not', null),
        )
        .$castTo<boolean>()
        .as('totp'),
      eb
        .selectFrom('recoveryCodes')
        .where('accountId', '=', accountId)
        .select((count) => count.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('recoveryCodesLeft'),
      eb
        .selectFrom('passkeys')
        .where('accountId', '=', accountId)
        .select((count) => count.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('passkeys'),
    ])
    .executeTakeFirstOrThrow();
}
