-- When libraries and queues are open, and how a chat goes from hand to hand.

-- As protocol/hours.ts has it; null: always, and for a queue: as its library.
alter table institutions add column hours jsonb;
alter table queues add column hours jsonb;

-- A chat that was passed on to a queue or a co-op follows these steps, not those of its widget.
-- Null: the widget's, as they are now.
alter table chats add column route jsonb;
create index on chats (waiting_since) where state = 'waiting';

-- Offers are kept for what they tell of the past; only those that were not withdrawn ring.
alter table offers add column withdrawn_at timestamptz;

-- A chat on its way to a colleague, who has not answered yet. It is the sender's until then.
create table transfers (
  chat_id uuid primary key references chats on delete cascade,
  from_id uuid not null references accounts on delete cascade,
  to_id uuid not null references accounts on delete cascade,
  note text,
  offered_at timestamptz not null,
  expires_at timestamptz not null
);
create index on transfers (to_id);

-- When the patron was last seen, but for a lease that holds: no row, at the opening.
create table patron_sightings (
  chat_id uuid primary key references chats on delete cascade,
  at timestamptz not null
);

-- As 0001 has it, but for co-ops that have ended.
create or replace view operator_queues as
select a.account_id, a.queue_id, a.opted_in
from assignments a
join queues q on q.id = a.queue_id and q.institution_id is not null and q.deleted_at is null
join accounts p on p.id = a.account_id and p.chat_access and p.deleted_at is null
union all
select m.account_id, q.id, coalesce(a.opted_in, false)
from coop_memberships m
join coops c on c.id = m.coop_id and c.deleted_at is null
join accounts p on p.id = m.account_id and p.chat_access and p.deleted_at is null
join coop_institutions i on i.coop_id = m.coop_id and i.institution_id = p.institution_id
join queues q on q.coop_id = m.coop_id and q.deleted_at is null
left join assignments a on a.queue_id = q.id and a.account_id = m.account_id;

-- Levels that open something: of a co-op that has not ended, for who has chat access and is of a
-- library that belongs to it.
create view held_levels as
select m.coop_id, m.account_id, m.level, p.institution_id
from coop_memberships m
join coops c on c.id = m.coop_id and c.deleted_at is null
join accounts p on p.id = m.account_id and p.chat_access and p.deleted_at is null
join coop_institutions i on i.coop_id = m.coop_id and i.institution_id = p.institution_id;
