-- Comparisons from what was counted, words by time, and quality notes that may be sent twice.

-- The figures of wide scopes by month (UTC), told apart by queue, by who answered, and by library: what
-- `statistics_slots` has by half hours for all of a scope, with the same scopes and parts. By day it would
-- be as many rows as there are chats, since few operators answer more than one of a scope's chats a day.
create table compared_months (
  kind text not null check (kind in ('institution', 'coop', 'coopInstitution')),
  scope_id uuid not null,
  part_id uuid not null,
  compared text not null check (compared in ('queue', 'operator', 'library', 'answering')),
  month date not null,
  -- The queue, account or institution.
  whose_id uuid not null,
  chats int not null default 0,
  answered int not null default 0,
  missed int not null default 0,
  abandoned int not null default 0,
  waited int not null default 0,
  wait_seconds int not null default 0,
  lasted int not null default 0,
  duration_seconds int not null default 0,
  messages int not null default 0,
  referred int not null default 0,
  bad int not null default 0,
  okay int not null default 0,
  good int not null default 0,
  great int not null default 0,
  elsewhere int not null default 0,
  primary key (kind, scope_id, compared, month, part_id, whose_id)
);

insert into compared_months (kind, scope_id, part_id, compared, month, whose_id, chats, answered, missed,
  abandoned, waited, wait_seconds, lasted, duration_seconds, messages, referred, bad, okay, good, great,
  elsewhere)
select kind, scope_id, part_id, compared, date_trunc('month', figures.opened_at at time zone 'UTC')::date,
  whose_id, sum(chats), sum(answered), sum(missed), sum(abandoned), sum(waited), sum(wait_seconds),
  sum(lasted), sum(duration_seconds), sum(messages), sum(referred), sum(bad), sum(okay), sum(good),
  sum(great), sum(elsewhere)
from chat_figures figures,
  lateral (
    select 'institution' as kind, figures.institution_id as scope_id, figures.route_id as part_id
    union all
    select 'coop', coop_id, coop_id from unnest(figures.coop_ids) coop_id
    union all
    select 'coopInstitution', coop_id, answering_id
    from unnest(figures.through_ids) coop_id, unnest(figures.answering_ids) answering_id
  ) cell,
  lateral (
    select 'queue' as compared, figures.queue_id as whose_id
    union all
    select 'library', figures.institution_id
    union all
    select 'answering', unnest(figures.answering_ids)
    union all
    select 'operator', a.account_id from answerings a where a.chat_id = figures.chat_id
  ) whose
group by 1, 2, 3, 4, 5, 6;

-- With the opening of the chat at hand, a search within a month reads that month's words and no others.
create table timed_texts (
  chat_id uuid primary key references chats on delete cascade,
  opened_at timestamptz not null,
  words tsvector not null
);
insert into timed_texts (chat_id, opened_at, words)
  select chat_id, chats.opened_at, words
  from transcript_texts join chats on chats.id = chat_id
  order by chats.opened_at;
drop table transcript_texts;
alter table timed_texts rename to transcript_texts;
alter index timed_texts_pkey rename to transcript_texts_pkey;
create index on transcript_texts using gin (words);
create index on transcript_texts (opened_at);

-- Of the browser: what comes again after a lost answer is one note. Notes from before have none.
alter table quality_notes add column client_id uuid;
create unique index quality_notes_client_id on quality_notes (chat_id, author_id, client_id);
