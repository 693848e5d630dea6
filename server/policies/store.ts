import { sql as fragment } from 'kysely';
import type { PolicyContent } from '#protocol/policies.ts';
import type { Queries } from '../platform/database/index.ts';
import { problem } from '../platform/problem.ts';
import type { StoredAlert, StoredPage } from './policy.ts';
import { isReadable, type Reader } from './readable.ts';

/** @throws not_found for a library that is not there, or whose page the caller may not read */
export async function findPage(
  sql: Queries,
  reader: Reader,
  institutionId: string,
  now: Date,
): Promise<StoredPage> {
  const { rows } = await fragment<StoredPage>`
    select
      i.id as institution_id,
      i.name as institution_name,
      coalesce(p.version, 0) as version,
      v.content,
      keeper.id as owner_id,
      keeper.display_name as owner_name,
      to_char(p.review_by, 'YYYY-MM-DD') as review_by,
      coalesce(p.review_by < (${now}::timestamptz at time zone i.time_zone)::date, false)
        as is_overdue,
      v.at as changed_at,
      author.display_name as changed_by,
      (select count(*) from policy_problems r
        where r.institution_id = i.id and r.resolved_at is null) as open_problems
    from institutions i
    left join policy_pages p on p.institution_id = i.id
    left join policy_versions v on v.institution_id = i.id and v.version = p.version
    left join accounts keeper
      on keeper.id = p.owner_id and keeper.institution_id = i.id and keeper.deleted_at is null
    left join accounts author on author.id = v.account_id
    where i.id = ${institutionId} and ${isReadable(reader)}
  `.execute(sql);
  const [page] = rows;
  if (!page) throw problem('not_found', 'There is no such policy page.');
  return page;
}

/** The same, and nobody else changes it before the transaction ends. @throws not_found */
export async function lockPage(
  sql: Queries,
  reader: Reader,
  institutionId: string,
  now: Date,
): Promise<StoredPage> {
  // The library's row: a page that is not written yet has none of its own.
  await fragment`
    select from institutions i
    where i.id = ${institutionId} and ${isReadable(reader)} for no key update
  `.execute(sql);
  return findPage(sql, reader, institutionId, now);
}

export interface NewVersion {
  readonly institutionId: string;
  readonly version: number;
  readonly content: PolicyContent;
  readonly ownerId: string | null;
  readonly reviewBy: string | null;
  readonly restoredFrom: number | null;
  readonly at: Date;
  readonly accountId: string | null;
}

/** Makes a text the one that counts, and the one that the search reads. */
export async function insertVersion(sql: Queries, saved: NewVersion): Promise<void> {
  const { ownerId, reviewBy, content, ...version } = saved;
  const { institutionId } = saved;
  await sql
    .insertInto('policyPages')
    .values({ institutionId, version: saved.version, ownerId, reviewBy })
    .onConflict((conflict) =>
      conflict.column('institutionId').doUpdateSet({ version: saved.version, ownerId, reviewBy }),
    )
    .execute();
  await sql
    .insertInto('policyVersions')
    .values({ ...version, content: JSON.stringify(content) })
    .execute();

  await sql.deleteFrom('policyPassages').where('institutionId', '=', institutionId).execute();
  const passages = [
    ...content.sections.map((section) => ({ ...section, kind: 'section' as const })),
    ...content.snippets.map((snippet) => ({ ...snippet, kind: 'snippet' as const })),
  ].map(({ id, kind, title, text }, position) => ({
    institutionId,
    id,
    kind,
    position,
    title,
    text,
  }));
  if (passages.length > 0) await sql.insertInto('policyPassages').values(passages).execute();
}

/** Somebody who works at the library now. */
export function findKeeper(
  sql: Queries,
  institutionId: string,
  accountId: string,
): Promise<{ readonly id: string; readonly displayName: string } | undefined> {
  return sql
    .selectFrom('accounts')
    .select(['id', 'displayName'])
    .where('id', '=', accountId)
    .where('institutionId', '=', institutionId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
}

/** Those that hold at this moment, the newest first. */
export async function listAlerts(
  sql: Queries,
  institutionId: string,
  now: Date,
): Promise<StoredAlert[]> {
  return sql
    .selectFrom('policyAlerts')
    .leftJoin('accounts', 'accounts.id', 'policyAlerts.accountId')
    .select([
      'policyAlerts.id',
      'policyAlerts.text',
      'policyAlerts.endsAt',
      'policyAlerts.createdAt',
      'accounts.displayName as createdBy',
    ])
    .where('policyAlerts.institutionId', '=', institutionId)
    .where('policyAlerts.endsAt', '>', now)
    .orderBy('policyAlerts.id', 'desc')
    .execute();
}

export async function insertAlert(
  sql: Queries,
  alert: Omit<StoredAlert, 'createdBy'> & { institutionId: string; accountId: string | null },
): Promise<void> {
  await sql.insertInto('policyAlerts').values(alert).execute();
}

/** Takes one that still holds away, and answers its words. */
export function deleteAlert(
  sql: Queries,
  institutionId: string,
  alertId: string,
  now: Date,
): Promise<{ readonly text: string } | undefined> {
  return sql
    .deleteFrom('policyAlerts')
    .where('id', '=', alertId)
    .where('institutionId', '=', institutionId)
    .where('endsAt', '>', now)
    .returning('text')
    .executeTakeFirst();
}
