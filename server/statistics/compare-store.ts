import { sql as fragment, type RawBuilder } from 'kysely';
import { type Comparison, MOST_COMPARED } from '#protocol/statistics.ts';
import type { Queries } from '../platform/database/index.ts';
import { COMPARED_SUMS, type ComparedSums } from './measures.ts';
import type { Source } from './sources.ts';

export type NamedSums = ComparedSums & { readonly id: string; readonly name: string };

const NAMES: Readonly<Record<Comparison, RawBuilder<unknown>>> = {
  queue: fragment`select id, name from queues`,
  library: fragment`select id, name from institutions`,
  operator: fragment`select id, display_name as name from accounts`,
  answering: fragment`select id, name from institutions`,
};

const SUM_ALL = fragment.raw(
  COMPARED_SUMS.map((column) => `sum(${column})::int as ${column}`).join(', '),
);
const EACH_SUM = fragment.raw(COMPARED_SUMS.join());

/** `source`: as `comparedBy` says. Most chats first. */
export async function sumsBy(sql: Queries, source: Source, by: Comparison): Promise<NamedSums[]> {
  const { rows } = await fragment<NamedSums>`
    select named.id, named.name, ${EACH_SUM}
    from (select whose_id, ${SUM_ALL} from (${source}) told group by whose_id) summed
    join (${NAMES[by]}) named on named.id = summed.whose_id
    where chats > 0
    order by chats desc, named.name, named.id
    limit ${MOST_COMPARED}
  `.execute(sql);
  return rows;
}
