import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { StoredAudit } from './audit.ts';

/** Rows of one statement: PostgreSQL takes 65,535 parameters, and an entry has twelve. */
const ROWS_AT_ONCE = 2_000;

export async function insertAudit(sql: Queries, entries: readonly StoredAudit[]): Promise<void> {
  for (let first = 0; first < entries.length; first += ROWS_AT_ONCE) {
    const rows = entries.slice(first, first + ROWS_AT_ONCE).map((entry) => ({
      ...entry,
      before: entry.before && JSON.stringify(entry.before),
      after: entry.after && JSON.stringify(entry.after),
    }));
    await sql.insertInto('audit').values(rows).execute();
  }
}

export interface AuditFilter {
  readonly actorId?: string | undefined;
  readonly targetId?: string | undefined;
  /** One action, `account.created`, or all of a kind of thing, `account`. */
  readonly action?: string | undefined;
  /** [from, to). */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Newest first. `before`: the id of an entry; null begins with the newest. */
export function listVisibleAudit(
  sql: Queries,
  actor: StaffActor,
  filter: AuditFilter,
  { before, limit }: { before: string | null; limit: number },
): Promise<StoredAudit[]> {
  const { actorId, targetId, action, from, to } = filter;
  return sql
    .selectFrom('audit')
    .selectAll()
    .where((eb) =>
      eb.and([
        // Those of the caller's institution; for the owner, all.
        ...(actor.role === 'owner' ? [] : [eb('institutionId', '=', actor.institutionId)]),
        ...(before === null ? [] : [eb('id', '<', before)]),
        ...(actorId === undefined ? [] : [eb('actorId', '=', actorId)]),
        ...(targetId === undefined ? [] : [eb('targetId', '=', targetId)]),
        ...(action === undefined
          ? []
          : [
              eb.or([
                eb('action', '=', action),
                eb(eb.fn('starts_with', ['action', eb.val(`${action}.`)]), '=', true),
              ]),
            ]),
        ...(from === undefined ? [] : [eb('at', '>=', new Date(from))]),
        ...(to === undefined ? [] : [eb('at', '<', new Date(to))]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
