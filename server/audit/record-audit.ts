import type { Queries } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { AuditRecord, StoredAudit } from './audit.ts';
import { differenceOf } from './differences.ts';
import { insertAudit } from './store.ts';

/**
 * Writes down a change; to be called in its transaction. Of `before` and `after` it keeps what
 * differs, and never a secret. Where both are given and nothing differs, nothing was done and
 * nothing is written.
 */
export function recordAudit(sql: Queries, record: AuditRecord): Promise<void> {
  return recordAudits(sql, [record]);
}

/** The same for many changes at once. */
export async function recordAudits(sql: Queries, records: readonly AuditRecord[]): Promise<void> {
  await insertAudit(sql, records.flatMap(toRow));
}

function toRow({ at, actor, action, target, before, after }: AuditRecord): StoredAudit[] {
  const isEvent = before === null && after === null;
  const { isChange, ...difference } = differenceOf(before, after);
  if (!isEvent && !isChange) return [];
  return [
    {
      id: newId(),
      at,
      actorId: actor?.accountId ?? null,
      actorName: actor?.username ?? null,
      address: actor?.address ?? null,
      action,
      targetKind: target.kind,
      targetId: target.id,
      targetName: target.name,
      institutionId: target.institutionId,
      ...difference,
    },
  ];
}
