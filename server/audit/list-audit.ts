import { z } from 'zod';
import type { AuditEntry, listAudit as contract } from '#protocol/audit.ts';
import { id } from '#protocol/schemas.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { parsePart } from '../platform/http/parse-part.ts';
import { presentAudit } from './audit.ts';
import { listVisibleAudit } from './store.ts';

/** The id of the last entry of a page: what is done while somebody leafs shifts nothing. */
const cursorPart = z.object({ cursor: id });

/** @throws malformed for a cursor that no page of this list ended with */
export async function listAudit(
  sql: Queries,
  actor: StaffActor,
  { cursor, limit, ...filter }: z.output<typeof contract.query>,
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  const before = cursor === undefined ? null : parsePart(cursorPart, { cursor }).cursor;
  // One more than asked for tells whether there is a next page.
  const found = await listVisibleAudit(sql, actor, filter, { before, limit: limit + 1 });
  const items = found.slice(0, limit).map(presentAudit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? last.id : null };
}
