import { z } from 'zod';
import type { PolicyContent, PolicyPage, PolicyVersion } from '#protocol/policies.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { parsePart } from '../platform/http/parse-part.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { readPage } from './read-page.ts';
import { ownerOf, refuseOutdated, storeVersion } from './save-page.ts';
import { findPage, lockPage } from './store.ts';
import { refuseUnlessEditor } from './who-may.ts';

/** The number of the last version of a page of the list. */
const cursorPart = z.object({
  cursor: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

interface StoredVersion {
  readonly version: number;
  readonly at: Date;
  readonly by: string | null;
  readonly restoredFrom: number | null;
  readonly content: PolicyContent;
}

/** Newest first. @throws not_found, may_not, malformed for a cursor of another list */
export async function listVersions(
  { database, clock }: Parts,
  actor: StaffActor,
  institutionId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: PolicyVersion[]; nextCursor: string | null }> {
  const { sql } = database;
  refuseUnlessEditor(actor, await findPage(sql, actor, institutionId, clock.now()));
  const before = cursor === undefined ? null : parsePart(cursorPart, { cursor }).cursor;
  const found = await versions(sql, institutionId)
    .$if(before !== null, (query) => query.where('policyVersions.version', '<', before))
    .orderBy('policyVersions.version', 'desc')
    .limit(limit + 1)
    .execute();
  const items = found.slice(0, limit).map(presentVersion);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? String(last.version) : null };
}

/** @throws not_found, may_not */
export async function readVersion(
  { database, clock }: Parts,
  actor: StaffActor,
  institutionId: string,
  version: number,
): Promise<PolicyVersion & PolicyContent> {
  const { sql } = database;
  refuseUnlessEditor(actor, await findPage(sql, actor, institutionId, clock.now()));
  const found = await findVersion(sql, institutionId, version);
  const { sections, snippets } = found.content;
  return { ...presentVersion(found), sections, snippets };
}

/**
 * Makes an earlier text the newest; who looks after the page, and until when, stays.
 *
 * @throws not_found, may_not, conflict when somebody else has saved meanwhile
 */
export function restoreVersion(
  { database, clock }: Parts,
  actor: StaffActor,
  { institutionId, version }: { institutionId: string; version: number },
  current: number,
): Promise<PolicyPage> {
  const now = clock.now();
  return database.sql.transaction().execute(async (sql) => {
    const page = await lockPage(sql, actor, institutionId, now);
    refuseUnlessEditor(actor, page);
    const { content } = await findVersion(sql, institutionId, version);
    refuseOutdated(page, current);
    const { reviewBy } = page;
    const saved = { content, reviewBy, owner: ownerOf(page), restoredFrom: version };
    await storeVersion(sql, actor, page, saved, now);
    return readPage(sql, actor, institutionId, now);
  });
}

async function findVersion(
  sql: Queries,
  institutionId: string,
  version: number,
): Promise<StoredVersion> {
  const found = await versions(sql, institutionId)
    .select('policyVersions.content')
    .where('policyVersions.version', '=', version)
    .executeTakeFirst();
  if (!found) throw problem('not_found', 'There is no such version of this page.');
  return found;
}

function versions(sql: Queries, institutionId: string) {
  return sql
    .selectFrom('policyVersions')
    .leftJoin('accounts', 'accounts.id', 'policyVersions.accountId')
    .select([
      'policyVersions.version',
      'policyVersions.at',
      'accounts.displayName as by',
      'policyVersions.restoredFrom',
    ])
    .where('policyVersions.institutionId', '=', institutionId);
}

function presentVersion(stored: Omit<StoredVersion, 'content'>): PolicyVersion {
  const { version, at, by, restoredFrom } = stored;
  return { version, at: at.toISOString(), by, restoredFrom };
}
