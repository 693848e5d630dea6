-- Libraries, the people who work there, what they staff, and what stands on a library's page.

create table installation (
  singleton boolean primary key default true check (singleton),
  consortium_name text,
  -- SHA-256 of the one-time set-up link's token; null once it is used.
  setup_token_hash bytea,
  set_up_at timestamptz
);
insert into installation default values;

create table institutions (
  id uuid primary key,
  code text not null unique,
  name text not null,
  time_zone text not null,
  languages text[] not null check (cardinality(languages) > 0),
  -- What operators may read of their patrons' chats: all of their queues', or their own.
  operators_see text not null default 'queues' check (operators_see in ('queues', 'own')),
  created_at timestamptz not null
);

create table accounts (
  id uuid primary key,
  institution_id uuid not null references institutions,
  username text not null unique,
  display_name text not null,
  email text,
  password_hash text,
  role text not null check (role in ('operator', 'admin', 'owner')),
  chat_access boolean not null default true,
  max_chats int not null default 5 check (max_chats between 1 and 50),
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index on accounts (institution_id);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references accounts on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on sessions (account_id);

create table coops (
  id uuid primary key,
  name text not null unique,
  created_at timestamptz not null
);

create table coop_institutions (
  coop_id uuid not null references coops on delete cascade,
  institution_id uuid not null references institutions on delete cascade,
  primary key (coop_id, institution_id)
);
create index on coop_institutions (institution_id);

create table coop_memberships (
  coop_id uuid not null references coops on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  level text not null check (level in ('regular', 'institutionAdmin', 'coopAdmin')),
  primary key (coop_id, account_id)
);
create index on coop_memberships (account_id);

create table queues (
  id uuid primary key,
  name text not null,
  kind text not null check (kind in ('chat', 'proactive', 'practice')),
  institution_id uuid references institutions,
  coop_id uuid references coops,
  created_at timestamptz not null,
  deleted_at timestamptz,
  check (num_nonnulls(institution_id, coop_id) = 1)
);
create index on queues (institution_id);
create index on queues (coop_id);

-- For a local queue the assignment itself; for a co-op queue, which a level opens, only the opt-in.
create table assignments (
  queue_id uuid not null references queues on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  opted_in boolean not null,
  primary key (queue_id, account_id)
);
create index on assignments (account_id);

-- Who may staff which queue: local ones by assignment, a co-op's by a level held in it while one's
-- institution belongs to it; never without chat access.
create view operator_queues as
select a.account_id, a.queue_id, a.opted_in
from assignments a
join queues q on q.id = a.queue_id and q.institution_id is not null and q.deleted_at is null
join accounts p on p.id = a.account_id and p.chat_access and p.deleted_at is null
union all
select m.account_id, q.id, coalesce(a.opted_in, false)
from coop_memberships m
join accounts p on p.id = m.account_id and p.chat_access and p.deleted_at is null
join coop_institutions i on i.coop_id = m.coop_id and i.institution_id = p.institution_id
join queues q on q.coop_id = m.coop_id and q.deleted_at is null
left join assignments a on a.queue_id = q.id and a.account_id = m.account_id;

create table pools (
  id uuid primary key,
  name text not null,
  -- Null: the consortium's.
  institution_id uuid references institutions,
  created_at timestamptz not null
);
create table pool_messages (
  id uuid primary key,
  pool_id uuid not null references pools on delete cascade,
  title text not null,
  text text not null
);
create index on pool_messages (pool_id);
create table pool_members (
  pool_id uuid not null references pools on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  primary key (pool_id, account_id)
);

create table rooms (
  id uuid primary key,
  name text not null,
  institution_id uuid references institutions,
  created_at timestamptz not null
);
create table room_members (
  room_id uuid not null references rooms on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  primary key (room_id, account_id)
);

create table widgets (
  id uuid primary key,
  institution_id uuid not null references institutions,
  name text not null,
  -- Steps as protocol/widgets.ts has them: [{queueId or coopId, waitSeconds}].
  chain jsonb not null,
  allowed_origins text[] not null,
  texts jsonb not null,
  colour text,
  unanswered_seconds int not null,
  created_at timestamptz not null
);
create index on widgets (institution_id);
