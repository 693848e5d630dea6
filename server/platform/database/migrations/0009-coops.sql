-- Co-ops at work: when each library is covered, and which chats went through which co-op.

alter table coops add column deleted_at timestamptz;

-- Among the living: the name of a co-op that was ended is free at once.
alter table coops drop constraint coops_name_key;
create unique index coops_name_key on coops (lower(name)) where deleted_at is null;

alter table coop_institutions
  -- When the co-op answers for this library, as protocol/hours.ts has it; null: always.
  add column coverage jsonb,
  add column joined_at timestamptz;
update coop_institutions set joined_at = coops.created_at from coops where coops.id = coop_id;
alter table coop_institutions
  alter column joined_at set default now(),
  alter column joined_at set not null;

alter table coop_memberships add column added_at timestamptz;
update coop_memberships set added_at = coops.created_at from coops where coops.id = coop_id;
alter table coop_memberships
  alter column added_at set default now(),
  alter column added_at set not null;

-- A row for each co-op that a chat came to. What the levels reach is read from here and from nowhere
-- else: those claimed or transferred through it, and those offered there that nobody ever answered.
create table coop_chats (
  coop_id uuid not null references coops on delete cascade,
  chat_id uuid not null references chats on delete cascade,
  opened_at timestamptz not null,
  -- Claimed or transferred through the co-op; false: offered there, and no more.
  through boolean not null,
  primary key (coop_id, chat_id)
);
create index on coop_chats (coop_id, opened_at desc, chat_id);
create index on coop_chats (chat_id);

insert into coop_chats (coop_id, chat_id, opened_at, through)
select q.coop_id, c.id, c.opened_at, bool_or(
  exists (
    select from chat_events e
    where e.chat_id = c.id and e.kind = 'claimed' and e.body -> 'queue' ->> 'id' = q.id::text
  )
)
from offers o
join queues q on q.id = o.queue_id and q.coop_id is not null
join chats c on c.id = o.chat_id
group by q.coop_id, c.id;

-- For the scopes of the co-op, by the institution that answered.
create index on answerings (institution_id, at desc);
