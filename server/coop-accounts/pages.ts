import { sql as fragment, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { listCoopCandidates } from '#protocol/coop-accounts.ts';
import { plainText } from '#protocol/schemas.ts';
import { problem } from '../platform/problem.ts';

export type Filter = Pick<z.output<typeof listCoopCandidates.query>, 'q' | 'institutionId'>;

/** Where a page ended: library by library, and by username within. */
export interface Place {
  readonly institutionName: string;
  readonly username: string;
}

/** What lists of accounts are sorted by; usernames differ, so that nothing else has to decide. */
export const ORDER = {
  institution: fragment<string>`lower(institutions.name)`,
  username: fragment<string>`accounts.username`,
} as const;

export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** @param found one more than `limit`, where there is a next page */
export function pageOf<Row extends Place, Item>(
  found: readonly Row[],
  { limit, total }: { readonly limit: number; readonly total: number },
  present: (row: Row) => Item,
): Page<Item> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const nextCursor = found.length > limit && last ? writeCursor(last) : null;
  return { items: rows.map(present), nextCursor, total };
}

const cursorParts = z.tuple([plainText(200), plainText(200)]);

function writeCursor({ institutionName, username }: Place): string {
  return Buffer.from(JSON.stringify([institutionName, username])).toString('base64url');
}

/** @throws malformed for a cursor that no page ended with */
export function readCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const parts = cursorParts.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (parts.success) return { institutionName: parts.data[0], username: parts.data[1] };
  const message = 'must be the nextCursor of a page of this list';
  throw problem('malformed', `cursor ${message}.`, [{ path: 'cursor', message }]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of `accounts` joined to `institutions`: what comes after a place. */
export function isBeyond(place: Place | undefined): RawBuilder<boolean> {
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
