-- What is read, counted and thought of chats afterwards, and who was at the desk.

-- What patrons gave, and how much the home library noted down: a row for each chat with either.
create table feedback (
  chat_id uuid primary key references chats on delete cascade,
  rating smallint check (rating between 1 and 4),
  comment text,
  rated_at timestamptz,
  notes int not null default 0,
  check ((rating is null) = (rated_at is null))
);
create index on feedback (chat_id) where notes > 0;

-- The home library's comment to one who answered, and the reply.
create table quality_notes (
  id uuid primary key,
  chat_id uuid not null references chats on delete cascade,
  author_id uuid not null references accounts,
  -- Of the author, at that moment.
  author_institution_id uuid not null references institutions,
  operator_id uuid not null references accounts,
  text text not null,
  rating smallint check (rating between 1 and 4),
  at timestamptz not null,
  read_at timestamptz,
  reply text,
  replied_at timestamptz,
  reply_read_at timestamptz
);
create index on quality_notes (chat_id);
create index on quality_notes (operator_id) where read_at is null;
create index on quality_notes (author_id) where replied_at is not null and reply_read_at is null;

-- Lists of chats are by opening: each way into them has it at hand.
create index on chats (institution_id, opened_at desc, id desc);
alter table answerings add column opened_at timestamptz;
update answerings set opened_at = chats.opened_at from chats where chats.id = chat_id;
alter table answerings alter column opened_at set not null;
create index on answerings (account_id, opened_at desc, chat_id desc);
create index on answerings (institution_id, opened_at desc, chat_id desc);
-- How many chats somebody had at hand at a time.
create index on answerings (account_id, at);

create function note_opening() returns trigger language plpgsql as $$
begin
  select opened_at into new.opened_at from chats where id = new.chat_id;
  return new;
end
$$;
create trigger answering_opened_at before insert on answerings
  for each row execute function note_opening();

-- When the chat was taken into the figures; null: not yet, or what is counted has changed since.
alter table chats add column counted_at timestamptz;
create index chats_uncounted on chats (state, id) where counted_at is null;

create function count_again() returns trigger language plpgsql as $$
begin
  -- Whoever counts the chat at this moment does not know of the change: wait, and undo what they did.
  perform from chats where id = new.chat_id for no key update;
  update chats set counted_at = null where id = new.chat_id and counted_at is not null;
  return null;
end
$$;
create trigger resolution_counts after insert or update on resolutions
  for each row execute function count_again();
create trigger feedback_counts after insert or update of rating on feedback
  for each row execute function count_again();

-- What is counted of one chat. Numbers that add up, so that many chats read like one.
create table chat_figures (
  chat_id uuid primary key references chats on delete cascade,
  opened_at timestamptz not null,
  institution_id uuid not null,
  queue_id uuid not null,
  -- Stands for the set of the library's own queues that it was offered to; see chat_routes.
  route_id uuid not null,
  route_queue_ids uuid[] not null,
  -- Co-ops that it came through, or was offered to in vain; and those that it came through.
  coop_ids uuid[] not null,
  through_ids uuid[] not null,
  -- Institutions of those who answered, each as it was then.
  answering_ids uuid[] not null,
  chats int not null,
  answered int not null,
  missed int not null,
  abandoned int not null,
  waited int not null,
  wait_seconds int not null,
  lasted int not null,
  duration_seconds int not null,
  messages int not null,
  referred int not null,
  bad int not null,
  okay int not null,
  good int not null,
  great int not null,
  at_home int not null,
  elsewhere int not null,
  taken int not null,
  at_hand int not null
);
create index on chat_figures (institution_id, opened_at);

-- The same of any chat as it stands now. docs/measures.md says it in words.
create view current_figures as
select
  c.id as chat_id,
  c.opened_at,
  c.institution_id,
  c.queue_id,
  md5(array_to_string(route.queue_ids, ','))::uuid as route_id,
  route.queue_ids as route_queue_ids,
  coops.coop_ids,
  coops.through_ids,
  answers.institution_ids as answering_ids,
  1 as chats,
  answers.answered::int as answered,
  (not answers.answered and (c.state = 'closed' or c.form_offered))::int as missed,
  (c.state = 'closed' and said.first_at is null and c.close_reason <> 'operator')::int as abandoned,
  (said.first_at is not null)::int as waited,
  coalesce(greatest(floor(extract(epoch from said.first_at - c.opened_at)), 0), 0)::int as wait_seconds,
  (answers.answered and c.closed_at is not null)::int as lasted,
  case when answers.answered and c.closed_at is not null
    then greatest(floor(extract(epoch from c.closed_at - c.opened_at)), 0)::int else 0 end as duration_seconds,
  said.messages,
  (answers.answered and coalesce(r.resolution = 'followUpHome', false))::int as referred,
  coalesce((f.rating = 1)::int, 0) as bad,
  coalesce((f.rating = 2)::int, 0) as okay,
  coalesce((f.rating = 3)::int, 0) as good,
  coalesce((f.rating = 4)::int, 0) as great,
  (c.institution_id = any (answers.institution_ids))::int as at_home,
  (answers.answered and not c.institution_id = any (answers.institution_ids))::int as elsewhere,
  answers.answered::int as taken,
  at_hand.chats as at_hand
from chats c
left join resolutions r on r.chat_id = c.id
left join feedback f on f.chat_id = c.id
cross join lateral (
  select count(*) > 0 as answered,
    coalesce(array_agg(distinct a.institution_id), '{}') as institution_ids,
    (array_agg(a.account_id order by a.at))[1] as first_id,
    min(a.at) as first_at
  from answerings a where a.chat_id = c.id
) answers
cross join lateral (
  select count(*)::int as messages, min(e.at) filter (where e.actor_kind = 's') as first_at
  from chat_events e where e.chat_id = c.id and e.kind = 'message'
) said
cross join lateral (
  select
    coalesce(array_agg(k.coop_id order by k.coop_id) filter (where k.through or not answers.answered), '{}')
      as coop_ids,
    coalesce(array_agg(k.coop_id order by k.coop_id) filter (where k.through), '{}') as through_ids
  from coop_chats k where k.chat_id = c.id
) coops
cross join lateral (
  select coalesce(array_agg(o.queue_id order by o.queue_id), '{}') as queue_ids
  from offers o
  join queues q on q.id = o.queue_id and q.institution_id = c.institution_id
  where o.chat_id = c.id
) route
cross join lateral (
  -- Of whoever took it first. Nobody has a chat for longer than a day.
  select count(*)::int as chats
  from answerings a
  join chats other on other.id = a.chat_id
  where a.account_id = answers.first_id
    and a.at <= answers.first_at and a.at > answers.first_at - interval '1 day'
    and (other.closed_at is null or other.closed_at > answers.first_at or other.id = c.id)
) at_hand;

-- Sets of queues, each once: of whichever library, chats take few ways.
create table chat_routes (
  id uuid primary key,
  queue_ids uuid[] not null
);

-- The figures of wide scopes, added up by the half hour of the opening, in which the hours of nearly
-- every time zone begin. Each chat counts once in a scope:
--   institution: home; by route, since operators see some and not others
--   coop: all that its admins see
--   coopInstitution: what came through it, by the institution that answered
create table statistics_slots (
  kind text not null check (kind in ('institution', 'coop', 'coopInstitution')),
  scope_id uuid not null,
  slot timestamptz not null,
  -- The route; the co-op again; the institution.
  part_id uuid not null,
  most_at_hand int not null default 0,
  primary key (kind, scope_id, slot, part_id)
);
do $$
declare
  number text;
begin
  for number in
    select column_name from information_schema.columns
    where table_schema = current_schema and table_name = 'chat_figures' and data_type = 'integer'
    order by ordinal_position
  loop
    execute format('alter table statistics_slots add column %I int not null default 0', number);
  end loop;
end
$$;

-- The same scopes by day (UTC): how many chats, and how many of their waits and durations fell into each
-- step of server/statistics/steps.ts. Medians are read from it, and what is told by half hours need
-- not carry so many columns.
create table statistics_days (
  kind text not null check (kind in ('institution', 'coop', 'coopInstitution')),
  scope_id uuid not null,
  day date not null,
  part_id uuid not null,
  chats int not null default 0,
  primary key (kind, scope_id, day, part_id)
);
do $$
begin
  for step in 0..20 loop
    execute format(
      'alter table statistics_days add column wait_%s int not null default 0,
        add column duration_%s int not null default 0', step, step);
  end loop;
end
$$;

-- Chats that came through a co-op and were answered by somebody from elsewhere, by month (UTC).
create table contribution_months (
  coop_id uuid not null references coops on delete cascade,
  month date not null,
  home_id uuid not null,
  answering_id uuid not null,
  chats int not null,
  primary key (coop_id, month, home_id, answering_id)
);

-- What was said in a chat, to search. Written when it is taken into the figures.
create table transcript_texts (
  chat_id uuid primary key references chats on delete cascade,
  words tsvector not null
);
create index on transcript_texts using gin (words);

-- What was said, notes included. Cut, since PostgreSQL indexes no more than a megabyte of words.
create function said_in(chat uuid) returns text language sql stable as $$
  select left(string_agg(e.text, E'\n' order by e.seq), 100000)
  from chat_events e
  where e.chat_id = chat and e.kind in ('message', 'note')
$$;

-- Time at the desk without a break. `ends_at` is the end of the leases as last seen: whoever's process
-- died left at that moment.
create table desk_sittings (
  -- No cascade: what was worked stays worked when the account's name is taken away.
  account_id uuid not null references accounts,
  -- Opted into a queue of this co-op; null: at the desk at all.
  coop_id uuid references coops on delete cascade,
  -- Of the account, at that time.
  institution_id uuid not null references institutions,
  began_at timestamptz not null,
  ends_at timestamptz not null,
  unique nulls not distinct (account_id, coop_id, began_at)
);
create index on desk_sittings (coop_id, began_at);
create index on desk_sittings (institution_id, began_at) where coop_id is null;
