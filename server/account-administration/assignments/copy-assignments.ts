import type { Acting } from '../../accounts/index.ts';
import type { Queries } from '../../platform/database/index.ts';
import type { Assignments, KINDS, Kind } from './assignments.ts';
import { mayGive } from './save-assignments.ts';
import { findThings, readAssignments } from './store.ts';

/** What of an account's assignments can be given to one of the institution: a starting point. */
export async function copyAssignments(
  sql: Queries,
  actor: Acting,
  fromAccountId: string,
  institutionId: string,
): Promise<Assignments> {
  const assignmentsOf = await readAssignments(sql, [fromAccountId]);
  const had = assignmentsOf(fromAccountId);
  const copyable = async (kind: Kind) => {
    const things = await findThings(sql, kind, had[kind]);
    return had[kind].filter((id) => mayGive(actor, institutionId, things.get(id)));
  };
  const [queueIds, poolIds, roomIds] = [
    await copyable('queueIds'),
    await copyable('poolIds'),
    await copyable('roomIds'),
  ];
  return { queueIds, poolIds, roomIds } satisfies Record<(typeof KINDS)[number], string[]>;
}
