import { sql as fragment, type RawBuilder } from 'kysely';
import { type Comparison, MOST_COMPARED } from '#protocol/statistics.ts';
import type { Queries } from '../platform/database/index.ts';
import { SUMMED, type Sums } from './measures.ts';
import type { Source } from './sources.ts';

export type NamedSums = Sums & { readonly id: string; readonly name: string };

/** Whom or what the chat `c` counts for, each once. */
const COUNTS_FOR: Readonly<Record<Comparison, RawBuilder<unknown>>> = {
  queue: fragment`select q.id, q.name from queues q where q.id = c.queue_id`,
  library: fragment`select i.id, i.name from institutions i where i.id = c.institution_id`,
  operator: fragment`
    select distinct p.id, p.display_name as name
    from answerings then_by join accounts p on p.id = then_by.account_id
    where then_by.chat_id = c.id`,
  answering: fragment`
    select distinct i.id, i.name
    from answerings then_from join institutions i on i.id = then_from.institution_id
    where then_from.chat_id = c.id`,
};

const SUM_ALL = fragment.raw(SUMMED.map((column) => `sum(${column})::int as ${column}`).join(', '));

/** `source`: chats one by one, each with its id. Most chats first. */
export async function sumsBy(sql: Queries, source: Source, by: Comparison): Promise<NamedSums[]> {
  const { rows } = await fragment<NamedSums>`
    select whose.id, whose.name, ${SUM_ALL}, max(most_at_hand) as most_at_hand
    from (${source}) told
    join chats c on c.id = told.chat_id
    cross join lateral (${COUNTS_FOR[by]}) whose
    group by whose.id, whose.name
    order by sum(told.chats) desc, whose.name, whose.id
    limit ${MOST_COMPARED}
  `.execute(sql);
  return rows;
}
