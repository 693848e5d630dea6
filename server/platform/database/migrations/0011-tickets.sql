-- How chats ended for their question, and the tickets that they became.

-- What staff said last; the chat's events keep what was said before, and by whom.
create table resolutions (
  chat_id uuid primary key references chats on delete cascade,
  resolution text not null check (
    resolution in ('answered', 'followUpHome', 'followUpSelf', 'lost', 'practice')
  ),
  account_id uuid not null references accounts,
  at timestamptz not null
);

alter table tickets
  -- For people, and for the subject of mails. It lets nobody in: see server/tickets/mail-token.ts.
  add column number bigint generated always as identity,
  add column language text not null default 'en',
  add column owner_id uuid references accounts,
  -- Of the last entry: lists show first where something happened last.
  add column updated_at timestamptz not null default now(),
  -- Gapless number of the last entry.
  add column last_seq int not null default 0,
  -- The ticket that goes on in place of this one.
  add column merged_into uuid references tickets,
  -- When a mail to the patron came back; null again with the next address or mail of theirs.
  add column bounced_at timestamptz;
update tickets set updated_at = created_at;
create unique index on tickets (number);
-- However often its resolution changes, a chat has one ticket.
create unique index on tickets (chat_id);
create index on tickets (institution_id, updated_at desc, id desc);
create index on tickets (owner_id, updated_at desc, id desc) where owner_id is not null;
create index on tickets (merged_into) where merged_into is not null;

-- What happened to a ticket, in order: what was said, and who changed what.
create table ticket_entries (
  ticket_id uuid not null references tickets on delete cascade,
  seq int not null,
  kind text not null check (
    kind in ('mail', 'reply', 'note', 'state', 'owner', 'address', 'merged', 'unmerged', 'bounced')
  ),
  -- Null: the patron, or Carrel itself.
  actor_id uuid references accounts,
  -- Makes replies and notes repeatable.
  client_id uuid,
  text text,
  body jsonb not null default '{}',
  -- SHA-256 of a received mail's Message-ID: however often it is delivered, it stands here once.
  message_hash bytea unique,
  at timestamptz not null,
  primary key (ticket_id, seq),
  unique (ticket_id, client_id)
);

-- The few answers that no mail server has taken yet.
create index on ticket_entries (at) where kind = 'reply' and body ->> 'delivery' = 'queued';

create table ticket_attachments (
  id uuid primary key,
  ticket_id uuid not null,
  seq int not null,
  name text not null,
  media_type text not null,
  bytes int not null,
  -- Null: too large to be kept.
  content bytea,
  foreign key (ticket_id, seq) references ticket_entries on delete cascade
);
create index on ticket_attachments (ticket_id, seq);
