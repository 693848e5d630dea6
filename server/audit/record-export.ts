import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { recordAudit } from './record-audit.ts';

/** Writes down that somebody carried data out of Carrel as a file. `what`: the noun of it. */
export function recordExport(
  sql: Queries,
  actor: StaffActor,
  what: 'accounts' | 'assignments' | 'audit' | 'feedback' | 'transcripts',
  at: Date,
): Promise<void> {
  const { institutionId, institutionName: name } = actor;
  return recordAudit(sql, {
    at,
    actor,
    action: `export.${what}`,
    target: { kind: 'institution', id: institutionId, name, institutionId },
    before: null,
    after: null,
  });
}
