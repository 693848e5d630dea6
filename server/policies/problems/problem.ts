import { z } from 'zod';
import type { listPolicyProblems as listing, PolicyProblem } from '#protocol/policy-problems.ts';
import { id } from '#protocol/schemas.ts';
import type { StaffActor } from '../../platform/http/actor.ts';
import { parsePart } from '../../platform/http/parse-part.ts';
import type { Parts } from '../../platform/parts.ts';
import { findPage } from '../store.ts';
import { mayEdit } from '../who-may.ts';
import { listProblems as list, type StoredProblem } from './store.ts';

const cursorPart = z.object({ cursor: id });

export function presentProblem(actor: StaffActor, stored: StoredProblem): PolicyProblem {
  const { reporterId, createdAt, resolvedAt, ...told } = stored;
  return {
    ...told,
    isMine: reporterId === actor.accountId,
    createdAt: createdAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
  };
}

/** All for who keeps the page, one's own for everybody else. @throws not_found, malformed */
export async function listProblems(
  { database, clock }: Parts,
  actor: StaffActor,
  institutionId: string,
  { state, cursor, limit }: z.output<typeof listing.query>,
): Promise<{ items: PolicyProblem[]; nextCursor: string | null }> {
  const { sql } = database;
  const page = await findPage(sql, actor, institutionId, clock.now());
  const before = cursor === undefined ? null : parsePart(cursorPart, { cursor }).cursor;
  const reporterId = mayEdit(actor, page) ? null : actor.accountId;
  const found = await list(sql, institutionId, { reporterId, state, before, limit: limit + 1 });
  const items = found.slice(0, limit).map((stored) => presentProblem(actor, stored));
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? last.id : null };
}
