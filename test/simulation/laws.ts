import { sql as fragment } from 'kysely';
import { isOpen } from '../../server/institutions/index.ts';
import type { Queries } from '../../server/platform/database/index.ts';

/** What is wrong with what was stored, in words; empty: every law was kept. */
export async function findBroken(sql: Queries, opened: number): Promise<string[]> {
  const broken: string[] = [];
  const { stored } = await sql
    .selectFrom('chats')
    .select(({ fn }) => fn.countAll<number>().as('stored'))
    .executeTakeFirstOrThrow();
  if (Number(stored) !== opened) broken.push(`${opened} chats were opened, ${stored} are stored`);
  for (const [law, question] of LAWS) {
    const { rows } = await question.execute(sql);
    if (rows.length > 0) broken.push(`${law}: ${rows.length} times, as ${JSON.stringify(rows[0])}`);
  }
  return [...broken, ...(await claimedOutOfCoverage(sql))];
}

const LAWS = [
  ['A chat did not end', fragment`select id, state from chats where state <> 'closed'`],
  [
    'A chat ended with nobody to answer it, then or later',
    fragment`select c.id, c.close_reason from chats c
      where not exists (select from answerings a where a.chat_id = c.id)
        and not exists (select from tickets t where t.chat_id = c.id)`,
  ],
  [
    'A number is missing, or given twice',
    fragment`select c.id from chats c join chat_events e on e.chat_id = c.id
      group by c.id, c.last_seq, c.last_patron_seq
      having count(*) <> c.last_seq or max(e.seq) <> c.last_seq or min(e.seq) <> 1
        or count(e.patron_seq) <> c.last_patron_seq
        or coalesce(max(e.patron_seq), 0) <> c.last_patron_seq
        or count(distinct e.patron_seq) <> c.last_patron_seq`,
  ],
  [
    'A chat was claimed from somebody who had it',
    fragment`select chat_id, seq from (
        select chat_id, seq, kind, body, lag(kind) over (partition by chat_id order by seq) as before
        from chat_events where kind in ('claimed', 'returned')
      ) owned
      where kind = 'claimed' and before = 'claimed' and not body ? 'from'`,
  ],
  [
    'Somebody answered for another library, and through no co-op',
    fragment`select c.id from answerings a join chats c on c.id = a.chat_id
      where a.institution_id <> c.institution_id
        and not exists (select from coop_chats x where x.chat_id = c.id and x.through)`,
  ],
  [
    'A claim through the co-op was not written down',
    fragment`select e.chat_id from chat_events e
      where e.kind = 'claimed' and e.body -> 'queue' ->> 'coopId' is not null
        and not exists (
          select from coop_chats x where x.chat_id = e.chat_id and x.through
            and x.coop_id = (e.body -> 'queue' ->> 'coopId')::uuid
        )`,
  ],
  [
    'Who claimed or took over is not among those who answered',
    fragment`select e.chat_id from chat_events e where e.kind = 'claimed' and not exists (
      select from answerings a where a.chat_id = e.chat_id and a.account_id = e.actor_id
    )`,
  ],
  ['A transfer was left lying', fragment`select chat_id from transfers`],
] as const;

/** Claimed through the co-op at an hour when it does not answer for that library: seconds are forgiven. */
async function claimedOutOfCoverage(sql: Queries): Promise<string[]> {
  const claims = await sql
    .selectFrom('chatEvents')
    .innerJoin('chats', 'chats.id', 'chatEvents.chatId')
    .innerJoin('queues', (join) =>
      join.on('queues.id', '=', fragment<string>`(body -> 'queue' ->> 'id')::uuid`),
    )
    .innerJoin('coopInstitutions', (join) =>
      join
        .onRef('coopInstitutions.coopId', '=', 'queues.coopId')
        .onRef('coopInstitutions.institutionId', '=', 'chats.institutionId'),
    )
    .where('chatEvents.kind', '=', 'claimed')
    .where('coverage', 'is not', null)
    .select(['chatEvents.chatId', 'chatEvents.at', 'coverage'])
    .execute();
  const GRACE_MS = 10_000;
  return claims
    .filter(({ at, coverage }) => {
      const earlier = new Date(at.getTime() - GRACE_MS);
      return !isOpen(coverage, at) && !isOpen(coverage, earlier);
    })
    .map(({ chatId, at }) => `Claimed out of coverage: ${chatId} at ${at.toISOString()}`);
}
