-- Chats and everything that happened in them.

create table patrons (
  id uuid primary key,
  created_at timestamptz not null
);

create table chats (
  id uuid primary key,
  -- Of the opening, which may be repeated. Never shown to anybody: who knows it gets the chat's token.
  client_id uuid not null,
  widget_id uuid not null references widgets,
  patron_id uuid not null references patrons,
  -- Home institution, fixed.
  institution_id uuid not null references institutions,
  -- The queue through which it was last claimed; before that, the one that it entered by.
  queue_id uuid not null references queues,
  state text not null check (state in ('waiting', 'active', 'closed')),
  owner_id uuid references accounts,
  guest_ids uuid[] not null default '{}',
  -- Four signs that tell guests apart: "Guest 6CYJ".
  guest_tag text not null,
  patron_name text,
  patron_email text,
  answers jsonb not null default '{}',
  language text not null,
  question text not null,
  page_url text,
  page_title text,
  -- The chain as it was at the opening, its steps resolved to queues: [{queueIds, waitSeconds}].
  chain jsonb not null,
  -- Steps alerted so far; when the next is, and when the form is offered, null if not any more.
  steps_alerted int not null,
  next_step_at timestamptz,
  form_offer_at timestamptz,
  form_offered boolean not null default false,
  opened_at timestamptz not null,
  waiting_since timestamptz not null,
  first_claimed_at timestamptz,
  claimed_at timestamptz,
  closed_at timestamptz,
  close_reason text,
  -- Gapless numbers, one for each audience.
  last_seq int not null default 0,
  last_patron_seq int not null default 0,
  unique (widget_id, client_id),
  check ((state = 'active') = (owner_id is not null and closed_at is null)),
  check ((state = 'closed') = (closed_at is not null))
) with (fillfactor = 70);
create index on chats (owner_id) where state = 'active';
create index on chats (state) where state = 'waiting';
create index on chats (next_step_at) where next_step_at is not null;
create index on chats (form_offer_at) where form_offer_at is not null;
create index on chats (patron_id);

create table chat_events (
  -- No foreign key: every insert holds the chat's row locked, and the check would cost a tenth of
  -- each commit once more.
  chat_id uuid not null,
  -- The staff's number.
  seq int not null,
  -- The patron's number; null for what is the staff's alone.
  patron_seq int,
  kind text not null,
  -- p: patron, s: staff, c: Carrel itself.
  actor_kind "char" not null,
  actor_id uuid,
  client_id uuid,
  text text,
  body jsonb,
  at timestamptz not null,
  primary key (chat_id, seq),
  unique (chat_id, client_id)
);

-- The queues whose operators are offered a waiting chat. Kept when it is claimed: a chat that
-- returns goes back to where it came from.
create table offers (
  chat_id uuid not null references chats on delete cascade,
  queue_id uuid not null references queues,
  since timestamptz not null,
  primary key (chat_id, queue_id)
);
create index on offers (queue_id);

-- Who answered, and for which institution at that moment: a later move changes no history.
create table answerings (
  chat_id uuid not null references chats on delete cascade,
  account_id uuid not null references accounts,
  institution_id uuid not null references institutions,
  at timestamptz not null,
  primary key (chat_id, account_id)
);
create index on answerings (account_id);

-- The patron's open pages, as leases like the operators'.
create table patron_leases (
  connection_id uuid primary key,
  chat_id uuid not null references chats on delete cascade,
  expires_at timestamptz not null
);
create index on patron_leases (chat_id, expires_at);

create table tickets (
  id uuid primary key,
  client_id uuid not null,
  widget_id uuid not null references widgets,
  institution_id uuid not null references institutions,
  chat_id uuid references chats,
  state text not null check (state in ('new', 'open', 'pending', 'closed')),
  question text not null,
  name text,
  email text,
  page_url text,
  page_title text,
  created_at timestamptz not null,
  unique (widget_id, client_id)
);
create index on tickets (institution_id, id);
