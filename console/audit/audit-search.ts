/** What the log is narrowed to. */
export interface AuditSearch {
  /** Id of the account that acted. */
  readonly actor?: string;
  /** Id of whatever was acted on: an account, a queue, … */
  readonly target?: string;
  /** `account`, or more exactly `account.deleted`. */
  readonly action?: string;
  /** Days as `2026-11-03`, both included. */
  readonly from?: string;
  readonly to?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ACTION = /^[a-z_]+(\.[a-zA-Z]+)?$/;

/** Reads what stands behind `/audit?`; what is not understood counts as absent. */
export function readAuditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  const shapes = { actor: UUID, target: UUID, action: ACTION, from: DAY, to: DAY };
  return Object.fromEntries(
    Object.entries(shapes).flatMap(([name, shape]) => {
      const value = search[name];
      return typeof value === 'string' && shape.test(value) ? [[name, value]] : [];
    }),
  );
}

/** The same as the server is asked: days of the reader's own time zone as moments, the end after the last day. */
export function auditQueryOf({ actor, target, action, from, to }: AuditSearch) {
  return {
    actorId: actor,
    targetId: target,
    action,
    from: startOf(from, 0),
    to: startOf(to, 1),
  };
}

/** Midnight of the day, some days later. */
function startOf(day: string | undefined, later: number): string | undefined {
  if (day === undefined) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
