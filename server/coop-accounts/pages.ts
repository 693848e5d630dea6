import { sql as fragment, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import type { listCoopCandidates } from '#protocol/coop-accounts.ts';
import { plainText } from '#protocol/schemas.ts';
import { readCursor, writeCursor } from '../platform/cursor.ts';

export type Filter = Pick<z.output<typeof listCoopCandidates.query>, 'q' | 'institutionId'>;

/** Where a page ended: library by library, and by username within. */
interface Place {
  readonly institutionName: string;
  readonly username: string;
}

/** What lists of accounts are sorted by; usernames differ, so that nothing else has to decide. */
const ORDER = {
  institution: fragment<string>`lower(institutions.name)`,
  username: fragment<string>`accounts.username`,
} as const;

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/**
 * One page of accounts joined to their institutions, and how many there are on all pages together.
 *
 * @throws malformed for a cursor that no page of this list ended with
 */
export async function readPage<DB, TB extends keyof DB, Row extends Place, Item>(
  rows: SelectQueryBuilder<DB, TB, Row>,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  present: (row: Row) => Item,
): Promise<Page<Item>> {
  // One more than asked for tells whether there is a next page.
  const [found, { total }] = await Promise.all([
    rows
      .where(isBeyond(readPlace(cursor)))
      .orderBy(ORDER.institution)
      .orderBy(ORDER.username)
      .limit(limit + 1)
      .execute(),
    rows
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .$castTo<{ total: number }>()
      .executeTakeFirstOrThrow(),
  ]);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const nextCursor =
    found.length > limit && last ? writeCursor([last.institutionName, last.username]) : null;
  return { items: items.map(present), nextCursor, total };
}

const cursorParts = z.tuple([plainText(200), plainText(200)]);

function readPlace(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [institutionName, username] = readCursor(cursorParts, cursor);
  return { institutionName, username };
}

/** Of `accounts` joined to `institutions`: what comes after a place. */
function isBeyond(place: Place | undefined): RawBuilder<boolean> {
  if (!place) return fragment`true`;
  return fragment`(${ORDER.institution}, ${ORDER.username})
    > (lower(${place.institutionName}), ${place.username})`;
}

/** Each word stands somewhere in username, name or institution, in whatever case. */
export function fits({ q, institutionId }: Filter): RawBuilder<boolean> {
  const words = q?.trim().split(/\s+/) ?? [];
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const ofInstitution =
    institutionId === undefined
      ? fragment`true`
      : fragment`accounts.institution_id = ${institutionId}`;
  return fragment`(${ofInstitution} and lower(concat_ws(chr(10), accounts.username,
    accounts.display_name, institutions.name)) like all (
      select lower(word) from unnest(${patterns}::text[]) as word))`;
}
