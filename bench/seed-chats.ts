import { sql as fragment } from 'kysely';
import { beginSession } from '../server/accounts/index.ts';
import type { Queries } from '../server/platform/database/index.ts';
import type { Parts } from '../server/platform/parts.ts';
import {
  CELLS,
  COMPARED,
  COMPARED_SUMS,
  STEP_COLUMNS,
  STEP_VALUES,
  SUMMED,
} from '../server/statistics/index.ts';
import {
  assign,
  makeAccount,
  makeCoop,
  makeInstitution,
  makeMember,
  makeQueue,
  makeWidget,
} from '../test/factories.ts';

/** As large as AskAway: 28 institutions and 300 operators. */
const INSTITUTIONS = 28;
const OPERATORS = 300;
const DAYS = 900;

/** Whom to ask as, each with the cookie of a session, and what to ask for. */
export interface SeededPast {
  readonly institutionId: string;
  readonly coopId: string;
  readonly queueId: string;
  readonly operatorId: string;
  readonly otherInstitutionId: string;
  /** Of a page in the middle of the co-op's list. */
  readonly deepCursor: string;
  readonly cookies: Readonly<
    Record<'admin' | 'operator' | 'institutionAdmin' | 'coopAdmin', string>
  >;
}

/**
 * A co-op with so many chats behind it, a message of the patron and one of the operator in each, as if
 * all had been closed and counted long ago. Eight in ten were answered, four in ten through the co-op;
 * the first library has a third of all.
 */
export async function seedPast(parts: Parts, chats: number): Promise<SeededPast> {
  const { sql } = parts.database;
  const { people, ...library } = await seedPeople(sql);
  await sql.connection().execute(async (one) => {
    // Foreign keys and triggers check what is known to be right here, a million times each.
    await fragment`set session_replication_role = replica`.execute(one);
    for (const statement of statements(chats)) await fragment.raw(statement).execute(one);
    await fragment`set session_replication_role = default`.execute(one);
    await fragment`vacuum analyze`.execute(one);
  });
  const cookie = async (accountId: string) => {
    const { token } = await beginSession(parts, accountId, { device: '', address: '' });
    return `carrel_session=${token}`;
  };
  const { chatId: deepCursor } = await sql
    .selectFrom('coopChats')
    .select('chatId')
    .where('through', '=', true)
    .where('openedAt', '>', new Date(Date.parse('2024-01-01') + (DAYS / 2) * 86_400_000))
    .orderBy('openedAt')
    .limit(1)
    .executeTakeFirstOrThrow();
  return {
    ...library,
    deepCursor,
    operatorId: people.operator,
    cookies: {
      admin: await cookie(people.admin),
      operator: await cookie(people.operator),
      institutionAdmin: await cookie(people.institutionAdmin),
      coopAdmin: await cookie(people.coopAdmin),
    },
  };
}

async function seedPeople(sql: Queries) {
  const institutions: string[] = [];
  for (let n = 0; n < INSTITUTIONS; n += 1)
    institutions.push(await makeInstitution(sql, `past-${n}`));
  const coopId = await makeCoop(sql, 'Night Owls', institutions);
  const coopQueue = await makeQueue(sql, { coopId });
  let institutionId = '';
  let queueId = '';
  const operators: string[] = [];
  for (const [n, library] of institutions.entries()) {
    const local = await makeQueue(sql, { institutionId: library });
    const chain = [{ queueId: local, waitSeconds: 20 }];
    await makeWidget(sql, { institutionId: library, chain });
    if (n === 0) [institutionId, queueId] = [library, local];
    for (let m = n; m < OPERATORS; m += INSTITUTIONS) {
      const account = {
        institutionId: library,
        username: `operator-${m}`,
        role: 'operator',
      } as const;
      const accountId = await makeAccount(sql, account);
      await assign(sql, { queueId: local, accountId, optedIn: true });
      await makeMember(sql, { coopId, accountId, level: 'regular', optedInto: [coopQueue] });
      operators.push(accountId);
    }
  }
  const at = (username: string, role: 'operator' | 'admin') =>
    makeAccount(sql, { institutionId, username, role });
  const admin = await at('past-admin', 'admin');
  const institutionAdmin = await at('past-institution-admin', 'operator');
  const coopAdmin = await at('past-coop-admin', 'operator');
  const level = { coopId, optedInto: [] };
  await makeMember(sql, { ...level, accountId: institutionAdmin, level: 'institutionAdmin' });
  await makeMember(sql, { ...level, accountId: coopAdmin, level: 'coopAdmin' });
  const [operator = ''] = operators;
  const otherInstitutionId = institutions[1] ?? '';
  return {
    institutionId,
    otherInstitutionId,
    coopId,
    queueId,
    people: { admin, operator, institutionAdmin, coopAdmin },
  };
}

/** What people ask for, and what is answered: words of which some are in every chat and some in few. */
const TEXT = `'where do I find ' || (array['maps','journals','microfilm','theses','newspapers','a printer'])[1 + n % 6]
  || ' about topic' || n % 5000 || ' for course ' || n % 300`;

function statements(chats: number): string[] {
  return [
    `create temp table home as
       select row_number() over (order by i.code) - 1 as n, i.id as institution_id, q.id as queue_id,
         w.id as widget_id
       from institutions i join queues q on q.institution_id = i.id join widgets w on w.institution_id = i.id`,
    `create temp table operator as
       select row_number() over (order by username) - 1 as n, id, institution_id from accounts
       where username like 'operator-%'`,
    `create temp table past as
       select s.n, gen_random_uuid() as id, home.institution_id, home.queue_id, home.widget_id,
         timestamptz '2024-01-01' + (s.n * interval '${DAYS} days' / ${chats}) as opened_at,
         random() < 0.8 as answered, random() < 0.5 as coop, random() < 0.2 as rated,
         (random() * random() * 300)::int as wait, (random() * 1800)::int + 300 as duration,
         operator.id as account_id, operator.institution_id as answering_id
       from generate_series(0, ${chats - 1}) as s (n)
       join home on home.n = case when s.n % 3 = 0 then 0 else s.n % ${INSTITUTIONS} end
       join operator on operator.n = (s.n::bigint * 7919) % ${OPERATORS}`,
    // Locally by one's own library, and by any through the co-op.
    `update past set account_id = local.id, answering_id = local.institution_id
       from (
         select institution_id, id, row_number() over (partition by institution_id order by n) - 1 as place,
           count(*) over (partition by institution_id) as people
         from operator
       ) local
       where not coop and local.institution_id = past.institution_id
         and local.place = past.n / 3 % local.people`,
    `insert into patrons (id, created_at) values ('00000000-0000-7000-8000-000000000000', now())`,
    `insert into chats (id, client_id, widget_id, patron_id, institution_id, queue_id, state, guest_tag,
         language, question, chain, steps_alerted, opened_at, waiting_since, first_claimed_at, claimed_at,
         closed_at, close_reason, last_seq, last_patron_seq, counted_at, owner_id)
       select id, id, widget_id, '00000000-0000-7000-8000-000000000000', institution_id, queue_id,
         'closed', '6CYJ', 'en', ${TEXT}, '[]', 1, opened_at, opened_at,
         case when answered then opened_at + wait * interval '1 second' end,
         case when answered then opened_at + wait * interval '1 second' end,
         opened_at + duration * interval '1 second', case when answered then 'operator' else 'patron' end,
         2, 2, now(), case when answered then account_id end
       from past`,
    `insert into chat_events (chat_id, seq, patron_seq, kind, actor_kind, actor_id, client_id, text, at)
       select id, 1, 1, 'message', 'p'::"char", null::uuid, gen_random_uuid(), ${TEXT}, opened_at from past
       union all
       select id, 2, 2, 'message', 's', account_id, gen_random_uuid(), 'On the second floor.',
         opened_at + wait * interval '1 second' from past where answered`,
    'insert into offers (chat_id, queue_id, since) select id, queue_id, opened_at from past',
    `insert into answerings (chat_id, account_id, institution_id, at, opened_at)
       select id, account_id, answering_id, opened_at + wait * interval '1 second', opened_at
       from past where answered`,
    `insert into coop_chats (coop_id, chat_id, opened_at, through)
       select coops.id, past.id, opened_at, answered from past, coops where coop`,
    `insert into feedback (chat_id, rating, comment, rated_at)
       select id, 1 + n % 4, case when n % 3 = 0 then 'Thanks a lot' end, opened_at from past where rated`,
    `insert into chat_figures
       select past.id, opened_at, institution_id, queue_id, md5(queue_id::text)::uuid, array[queue_id],
         case when coop then array[coops.id] else '{}' end,
         case when coop and answered then array[coops.id] else '{}' end,
         case when answered then array[answering_id] else '{}' end,
         1, answered::int, (not answered)::int, (not answered)::int, answered::int,
         case when answered then wait else 0 end, answered::int, case when answered then duration else 0 end,
         1 + answered::int, 0, (rated and n % 4 = 0)::int, (rated and n % 4 = 1)::int,
         (rated and n % 4 = 2)::int, (rated and n % 4 = 3)::int,
         (answered and answering_id = institution_id)::int, (answered and answering_id <> institution_id)::int,
         answered::int, answered::int
       from past, coops`,
    `insert into chat_routes (id, queue_ids)
       select distinct md5(queue_id::text)::uuid, array[queue_id] from home`,
    `insert into statistics_slots (kind, scope_id, slot, part_id, most_at_hand, ${SUMMED})
       select kind, scope_id, slot, part_id, max(at_hand), ${SUMMED.map((column) => `sum(${column})`)}
       from chat_figures figures, ${CELLS} group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    `insert into statistics_days (kind, scope_id, day, part_id, chats, ${STEP_COLUMNS})
       select kind, scope_id, day, part_id, sum(chats), ${STEP_VALUES.map((value) => `sum(${value})`)}
       from chat_figures figures, ${CELLS} group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    `insert into compared_months (kind, scope_id, part_id, compared, month, whose_id, ${COMPARED_SUMS})
       select kind, scope_id, part_id, compared, date_trunc('month', figures.opened_at at time zone 'UTC')::date,
         whose_id, ${COMPARED_SUMS.map((column) => `sum(${column})`)}
       from chat_figures figures, ${CELLS}, ${COMPARED} group by 1, 2, 3, 4, 5, 6`,
    `insert into contribution_months
       select coops.id, date_trunc('month', opened_at at time zone 'UTC'), institution_id, answering_id, count(*)
       from past, coops where coop and answered and answering_id <> institution_id group by 1, 2, 3, 4`,
    `insert into transcript_texts (chat_id, opened_at, words)
       select id, opened_at, to_tsvector('simple', ${TEXT} || case when answered then ' On the second floor.' else '' end)
       from past`,
    // Each at the desk twice a week for four hours.
    `insert into desk_sittings (account_id, coop_id, institution_id, began_at, ends_at)
       select id, coop_id, institution_id, day + (n % 8 + 6) * interval '1 hour',
         day + (n % 8 + 10) * interval '1 hour'
       from operator, generate_series(timestamptz '2024-01-01', timestamptz '2024-01-01' + interval '${DAYS} days',
         interval '84 hours') day, (select id as coop_id from coops union all select null) desks`,
  ];
}
