import type { z } from 'zod';
import { problem } from '../platform/problem.ts';

/** The place of a list's last item, as text that goes into an address. */
export function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws malformed for what no page of this list ended with */
export function readCursor<Place>(schema: z.ZodType<Place>, cursor: string): Place {
  const place = schema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (place.success) return place.data;
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
