import type { z } from 'zod';
import { problem } from './problem.ts';

/** The place of a list's last item, as text that goes into an address. */
export function writeCursor(place: readonly (string | number | boolean)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws malformed for what no page of this list ended with */
export function readCursor<Place>(schema: z.ZodType<Place>, cursor: string): Place {
  const place = schema.safeParse(unpackCursor(cursor));
  if (place.success) return place.data;
  throw noSuchPage('of this list');
}

/** What stands in a cursor, whoever wrote it; undefined where it can't be read. */
export function unpackCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** @param which of which pages the cursor must be: `of this list` */
export function noSuchPage(which: string) {
  const message = `must be the nextCursor of a page ${which}`;
  return problem('malformed', `cursor ${message}.`, [{ path: 'cursor', message }]);
}
