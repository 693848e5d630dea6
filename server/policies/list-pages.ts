import { sql as fragment } from 'kysely';
import { z } from 'zod';
import type { PolicySummary } from '#protocol/policies.ts';
import { id, plainText } from '#protocol/schemas.ts';
import { readCursor, writeCursor } from '../platform/cursor.ts';
import type { Queries } from '../platform/database/index.ts';
import { isReadable, type Reader } from './readable.ts';
import { mayEdit } from './who-may.ts';

const place = z.tuple([plainText(1_000), id]);

interface Listed {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly name: string;
  readonly version: number;
  readonly ownerId: string | null;
  readonly reviewBy: string | null;
  readonly isOverdue: boolean;
  readonly changedAt: Date | null;
  readonly openProblems: number;
  readonly alerts: number;
}

/** Libraries with and without a page, by name. @throws malformed for a cursor of another list */
export async function listPages(
  sql: Queries,
  reader: Reader,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  now: Date,
): Promise<{ items: PolicySummary[]; nextCursor: string | null }> {
  const after = cursor === undefined ? null : readCursor(place, cursor);
  const { rows } = await fragment<Listed>`
    select
      i.id as institution_id,
      i.name as institution_name,
      lower(i.name) as name,
      coalesce(p.version, 0) as version,
      p.owner_id,
      to_char(p.review_by, 'YYYY-MM-DD') as review_by,
      coalesce(p.review_by < (${now}::timestamptz at time zone i.time_zone)::date, false)
        as is_overdue,
      v.at as changed_at,
      (select count(*) from policy_problems r
        where r.institution_id = i.id and r.resolved_at is null) as open_problems,
      (select count(*) from policy_alerts a
        where a.institution_id = i.id and a.ends_at > ${now}) as alerts
    from institutions i
    left join policy_pages p on p.institution_id = i.id
    left join policy_versions v on v.institution_id = i.id and v.version = p.version
    where ${isReadable(reader)}
      ${
        after === null
          ? fragment``
          : fragment`and (lower(i.name), i.id) > (${after[0]}::text, ${after[1]}::uuid)`
      }
    order by lower(i.name), i.id
    limit ${limit + 1}
  `.execute(sql);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((page) => present(reader, page)),
    nextCursor: rows.length > limit && last ? writeCursor([last.name, last.institutionId]) : null,
  };
}

function present(reader: Reader, { name: _, ownerId, ...page }: Listed): PolicySummary {
  const { institutionId, openProblems, changedAt } = page;
  const isEditor = mayEdit(reader, { institutionId, ownerId });
  return {
    ...page,
    changedAt: changedAt?.toISOString() ?? null,
    openProblems: isEditor ? openProblems : 0,
    mayEdit: isEditor,
  };
}
