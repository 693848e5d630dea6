import { csvLine } from '../platform/csv.ts';
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

/** The log as lines of CSV, newest first, read as fast as they are taken. */
export async function* exportAudit(
  sql: Queries,
  actor: StaffActor,
  filter: AuditFilter,
): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  let before: string | null = null;
  do {
    const entries: StoredAudit[] = await listVisibleAudit(sql, actor, filter, {
      before,
      limit: BATCH,
    });
    if (entries.length > 0) yield entries.map(toLine).join('');
    before = entries.length < BATCH ? null : (entries.at(-1)?.id ?? null);
  } while (before !== null);
}

function toLine(entry: StoredAudit): string {
  return csvLine([
    entry.at.toISOString(),
    entry.actorName ?? '',
    entry.address ?? '',
    entry.action,
    entry.targetKind,
    entry.targetName,
    entry.targetId,
    entry.before === null ? '' : JSON.stringify(entry.before),
    entry.after === null ? '' : JSON.stringify(entry.after),
  ]);
}
