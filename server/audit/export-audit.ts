import { csvPages } from '../platform/csv.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { StoredAudit } from './audit.ts';
import { type AuditFilter, listVisibleAudit } from './store.ts';

const COLUMNS = [
  'at',
  'actor',
  'address',
  'action',
  'targetKind',
  'target',
  'targetId',
  'before',
  'after',
] as const;

/** Entries that are held in memory at a time, however long the log is. */
const BATCH = 1_000;

/** The log as lines of CSV, newest first. */
export function exportAudit(
  sql: Queries,
  actor: StaffActor,
  filter: AuditFilter,
): AsyncGenerator<string> {
  const read = async (before: string | undefined) => {
    const page = { before: before ?? null, limit: BATCH };
    const items = await listVisibleAudit(sql, actor, filter, page);
    return { items, nextCursor: items.length < BATCH ? null : (items.at(-1)?.id ?? null) };
  };
  return csvPages(COLUMNS, read, cellsOf);
}

function cellsOf(entry: StoredAudit): readonly string[] {
  return [
    entry.at.toISOString(),
    entry.actorName ?? '',
    entry.address ?? '',
    entry.action,
    entry.targetKind,
    entry.targetName,
    entry.targetId,
    entry.before === null ? '' : JSON.stringify(entry.before),
    entry.after === null ? '' : JSON.stringify(entry.after),
  ];
}
