import { sql as fragment } from 'kysely';
import { z } from 'zod';
import type { searchPolicies as contract, PolicyPassage } from '#protocol/policies.ts';
import { id, plainText } from '#protocol/schemas.ts';
import { readCursor, writeCursor } from '../platform/cursor.ts';
import type { Queries } from '../platform/database/index.ts';
import { isReadable, type Reader } from './readable.ts';

/** How well it fits, whose it is, and where it stands there. */
const place = z.tuple([z.int(), plainText(1_000), id, z.int()]);

type Found = PolicyPassage & {
  readonly rank: number;
  readonly name: string;
  readonly position: number;
};

/**
 * Passages with all the words, in whatever case, be it in the library's name: first those whose title
 * begins with what was typed, then those whose title contains it, then by library.
 *
 * @throws malformed for a cursor of another list
 */
export async function searchPages(
  sql: Queries,
  reader: Reader,
  { q, cursor, limit }: z.output<typeof contract.query>,
): Promise<{ items: PolicyPassage[]; nextCursor: string | null }> {
  const whole = escapeLike(q.trim());
  const words = whole.split(/\s+/).map((word) => `%${word}%`);
  const after = cursor === undefined ? null : readCursor(place, cursor);
  const { rows } = await fragment<Found>`
    select * from (
      select
        i.id as institution_id, i.name as institution_name, lower(i.name) as name,
        passage.id, passage.kind, passage.title, passage.text, passage.position,
        case
          when lower(passage.title) like lower(${`${whole}%`}) then 0
          when lower(passage.title) like lower(${`%${whole}%`}) then 1
          else 2
        end as rank
      from policy_passages passage
      join institutions i on i.id = passage.institution_id
      where ${isReadable(reader)}
        and lower(passage.title || chr(10) || passage.text || chr(10) || i.name) like all (
          select lower(word) from unnest(${words}::text[]) as word)
    ) as found
    ${
      after === null
        ? fragment``
        : fragment`where (rank, name, institution_id, position) >
            (${after[0]}::int, ${after[1]}::text, ${after[2]}::uuid, ${after[3]}::int)`
    }
    order by rank, name, institution_id, position
    limit ${limit + 1}
  `.execute(sql);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ rank: _, name: __, position: ___, ...passage }) => passage),
    nextCursor:
      rows.length > limit && last
        ? writeCursor([last.rank, last.name, last.institutionId, last.position])
        : null,
  };
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
