import type { Queries } from '../platform/database/index.ts';

export interface GuessCount {
  readonly count: number;
  readonly lastAt: Date;
  readonly nextAt: Date;
}

/** The count behind a key, locked until the end of the transaction, so that guesses made at once queue up. */
export async function lockCount(sql: Queries, key: Buffer, now: Date): Promise<GuessCount> {
  await sql
    .insertInto('guesses')
    .values({ key, count: 0, lastAt: now, nextAt: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return sql
    .selectFrom('guesses')
    .select(['count', 'lastAt', 'nextAt'])
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function saveCount(sql: Queries, key: Buffer, count: GuessCount): Promise<void> {
  await sql.updateTable('guesses').set(count).where('key', '=', key).execute();
}

export async function deleteCount(sql: Queries, key: Buffer): Promise<void> {
  await sql.deleteFrom('guesses').where('key', '=', key).execute();
}

/** As if one wrong try had not been. */
export async function takeBack(sql: Queries, key: Buffer, now: Date): Promise<void> {
  await sql
    .updateTable('guesses')
    .set((eb) => ({ count: eb('count', '-', 1), nextAt: now }))
    .where('key', '=', key)
    .where('count', '>', 0)
    .execute();
}

export async function deleteCountsBefore(sql: Queries, moment: Date): Promise<void> {
  await sql.deleteFrom('guesses').where('lastAt', '<=', moment).execute();
}

/** Those of the places from which the account of that name has signed in. */
export async function findKnownPlaces(
  sql: Queries,
  username: string,
  places: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await sql
    .selectFrom('knownPlaces')
    .innerJoin('accounts', 'accounts.id', 'knownPlaces.accountId')
    .select('place')
    .where('accounts.username', '=', username)
    .where('place', 'in', places)
    .execute();
  return new Set(rows.map(({ place }) => place));
}

/** Answers whether the person was known there. */
export async function refreshPlace(
  sql: Queries,
  accountId: string,
  place: string,
  lastAt: Date,
): Promise<boolean> {
  const row = await sql
    .updateTable('knownPlaces')
    .set({ lastAt })
    .where('accountId', '=', accountId)
    .where('place', '=', place)
    .returning('accountId')
    .executeTakeFirst();
  return row !== undefined;
}

/** All who are known at a place are known at another, too. */
export async function copyKnownPlace(sql: Queries, from: string, to: string): Promise<void> {
  await sql
    .insertInto('knownPlaces')
    .columns(['accountId', 'place', 'lastAt'])
    .expression((eb) =>
      eb
        .selectFrom('knownPlaces')
        .select(['accountId', eb.val(to).as('place'), 'lastAt'])
        .where('place', '=', from),
    )
    .execute();
}

export async function insertKnownPlaces(
  sql: Queries,
  accountId: string,
  places: readonly string[],
  lastAt: Date,
): Promise<void> {
  await sql
    .insertInto('knownPlaces')
    .values(places.map((place) => ({ accountId, place, lastAt })))
    .onConflict((conflict) => conflict.columns(['accountId', 'place']).doUpdateSet({ lastAt }))
    .execute();
}

export async function deleteKnownPlacesBefore(sql: Queries, moment: Date): Promise<void> {
  await sql.deleteFrom('knownPlaces').where('lastAt', '<=', moment).execute();
}
