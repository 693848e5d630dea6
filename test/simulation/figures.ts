import { sql as fragment } from 'kysely';
import type { Queries } from '../../server/platform/database/index.ts';

export interface Figures {
  readonly chats: number;
  /** Seconds from the opening to the first claim. */
  readonly meanWait: number;
  readonly medianWait: number;
  /** Shares of all chats, from 0 to 1. */
  readonly answered: number;
  readonly missed: number;
  /** Share of the answered. */
  readonly local: number;
  /** Of those that another library answered first, the share that was referred home. */
  readonly referred: number;
  readonly tickets: number;
  readonly messages: number;
}

export async function readFigures(sql: Queries): Promise<Figures> {
  const { rows } = await fragment<Figures>`
    with told as (
      select c.id, c.institution_id, extract(epoch from c.first_claimed_at - c.opened_at) as waited,
        (select a.institution_id from answerings a where a.chat_id = c.id order by a.at limit 1) as first,
        exists (select from resolutions r where r.chat_id = c.id and r.resolution = 'followUpHome')
          or exists (
            select from chat_events e where e.chat_id = c.id and e.kind = 'returned'
              and e.body ->> 'reason' = 'passed_on' and e.body -> 'queue' ->> 'coopName' is null
          ) as referred
      from chats c
    )
    select count(*)::int as chats,
      coalesce(avg(waited), 0)::float as mean_wait,
      coalesce(percentile_cont(0.5) within group (order by waited), 0)::float as median_wait,
      count(first)::float / greatest(count(*), 1) as answered,
      count(*) filter (where first is null)::float / greatest(count(*), 1) as missed,
      count(*) filter (where first = institution_id)::float / greatest(count(first), 1) as local,
      count(*) filter (where first <> institution_id and referred)::float
        / greatest(count(*) filter (where first <> institution_id), 1) as referred,
      (select count(*)::int from tickets) as tickets,
      (select count(*)::int from chat_events where kind = 'message') as messages
    from told
  `.execute(sql);
  const [figures] = rows;
  if (!figures) throw new Error('An aggregate has one row');
  return figures;
}

/** As a table in text, with what each figure means beside it. */
export function tellFigures(
  figures: Figures,
  counts: { lostRaces: number; transfers: number; vanished: number },
): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const minutes = (seconds: number) => `${(seconds / 60).toFixed(2)} min`;
  const lines: [string, string, string][] = [
    ['chats', String(figures.chats), 'opened'],
    ['messages', String(figures.messages), 'stored'],
    ['wait, mean', minutes(figures.meanWait), 'from the opening to the first claim'],
    ['wait, median', minutes(figures.medianWait), ''],
    ['answered', percent(figures.answered), 'claimed by somebody'],
    ['missed', percent(figures.missed), 'claimed by nobody: each became a question'],
    ['local', percent(figures.local), 'of the answered, by the patron’s own library first'],
    ['by others', percent(1 - figures.local), 'of the answered, by another library first'],
    ['referred home', percent(figures.referred), 'of those that another library answered first'],
    ['questions', String(figures.tickets), 'to answer later: left, missed, referred'],
    ['passed on', String(counts.transfers), 'to a colleague, home, or to the co-op'],
    ['races lost', String(counts.lostRaces), 'claims of a chat that a colleague had taken'],
    ['vanished', String(counts.vanished), 'operators who left without a goodbye'],
  ];
  return lines
    .map(([name, value, meaning]) =>
      `  ${name.padEnd(14)} ${value.padStart(10)}   ${meaning}`.trimEnd(),
    )
    .join('\n');
}
