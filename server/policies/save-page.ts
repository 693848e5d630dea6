import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { savePolicy as contract, PolicyContent, PolicyPage } from '#protocol/policies.ts';
import { recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { changedTitles, refuseUnsound, type StoredPage } from './policy.ts';
import { readPage } from './read-page.ts';
import { findKeeper, insertVersion, lockPage } from './store.ts';
import { mayChooseOwner, refuseUnlessEditor } from './who-may.ts';

type Saving = z.output<typeof contract.body>;

/** @throws not_found, may_not, conflict when somebody else has saved meanwhile, breaks_rule, too_large */
export function savePage(
  { database, clock }: Parts,
  actor: StaffActor,
  institutionId: string,
  { version, reviewBy, ownerId, sections, snippets }: Saving,
): Promise<PolicyPage> {
  const now = clock.now();
  return database.sql.transaction().execute(async (sql) => {
    const page = await lockPage(sql, actor, institutionId, now);
    refuseUnlessEditor(actor, page);
    refuseOutdated(page, version);
    const content = { sections, snippets };
    refuseUnsound(content);
    const owner = await chooseOwner(sql, actor, page, ownerId);
    const saved = { content, reviewBy, owner, restoredFrom: null };
    await storeVersion(sql, actor, page, saved, now);
    return readPage(sql, actor, institutionId, now);
  });
}

/** @throws conflict with who saved it meanwhile, so that nobody writes over what they have not read */
export function refuseOutdated(page: StoredPage, version: number): void {
  if (page.version === version) return;
  const who = page.changedBy ?? 'Somebody';
  throw problem(
    'conflict',
    `${who} has saved this page meanwhile (version ${page.version}). Read it, then save yours.`,
  );
}

interface Owner {
  readonly id: string;
  readonly displayName: string;
}

async function chooseOwner(
  sql: Queries,
  actor: StaffActor,
  page: StoredPage,
  ownerId: string | null | undefined,
): Promise<Owner | null> {
  if (ownerId === undefined || ownerId === page.ownerId) return ownerOf(page);
  if (!mayChooseOwner(actor, page))
    throw problem('may_not', 'Who looks after the page is chosen by the library’s admins.');
  if (ownerId === null) return null;
  const keeper = await findKeeper(sql, page.institutionId, ownerId);
  if (keeper) return keeper;
  const message = 'must be an account of this library';
  throw problem('breaks_rule', `ownerId ${message}.`, [{ path: 'ownerId', message }]);
}

export function ownerOf({ ownerId, ownerName }: StoredPage): Owner | null {
  return ownerId === null ? null : { id: ownerId, displayName: ownerName ?? '' };
}

export interface Saved {
  readonly content: PolicyContent;
  readonly reviewBy: string | null;
  readonly owner: Owner | null;
  readonly restoredFrom: number | null;
}

/** In the caller's transaction, with the page locked. What changes nothing makes no version. */
export async function storeVersion(
  sql: Queries,
  actor: StaffActor,
  page: StoredPage,
  { content, reviewBy, owner, restoredFrom }: Saved,
  at: Date,
): Promise<void> {
  const isSame =
    isDeepStrictEqual(content, page.content) &&
    reviewBy === page.reviewBy &&
    (owner?.id ?? null) === page.ownerId;
  if (isSame) return;

  const { institutionId } = page;
  const version = page.version + 1;
  const { accountId } = actor;
  const ownerId = owner?.id ?? null;
  await insertVersion(sql, {
    institutionId,
    version,
    content,
    ownerId,
    reviewBy,
    restoredFrom,
    at,
    accountId,
  });
  await recordAudit(sql, {
    at,
    actor,
    action: restoredFrom === null ? 'policy.changed' : 'policy.restored',
    target: { kind: 'policy', id: institutionId, name: page.institutionName, institutionId },
    // The versions keep the words.
    before: { version: page.version, owner: page.ownerName, reviewBy: page.reviewBy },
    after: {
      version,
      owner: owner?.displayName ?? null,
      reviewBy,
      passages: changedTitles(page.content, content),
    },
  });
}
