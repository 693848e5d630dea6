-- What every librarian of the co-op must know of a library: its policy page.

create table policy_pages (
  institution_id uuid primary key references institutions on delete cascade,
  -- Of the text that counts now; who saves names the one that they read.
  version integer not null check (version > 0),
  owner_id uuid references accounts on delete set null,
  review_by date
);

-- Every text that was ever saved: what is shown, and what can be brought back.
create table policy_versions (
  institution_id uuid not null references policy_pages on delete cascade,
  version integer not null,
  -- As protocol/policies.ts has it.
  content jsonb not null,
  restored_from integer,
  at timestamptz not null,
  account_id uuid references accounts on delete set null,
  primary key (institution_id, version)
);

-- The text that counts now, a row a section or snippet: what the search reads.
create table policy_passages (
  institution_id uuid not null references policy_pages on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('section', 'snippet')),
  position integer not null,
  title text not null,
  text text not null,
  primary key (institution_id, id)
);

create table policy_alerts (
  id uuid primary key,
  institution_id uuid not null references institutions on delete cascade,
  text text not null,
  ends_at timestamptz not null,
  created_at timestamptz not null,
  account_id uuid references accounts on delete set null
);
create index on policy_alerts (institution_id, ends_at);

-- Shared credentials, apart from every text: no list, search, version or export comes near them.
create table policy_secrets (
  id uuid primary key,
  institution_id uuid not null references institutions on delete cascade,
  label text not null,
  -- Username, secret and note, encrypted together with the installation's key.
  sealed bytea not null,
  updated_at timestamptz not null,
  account_id uuid references accounts on delete set null
);
create index on policy_secrets (institution_id, lower(label), id);

-- What a reader found wrong.
create table policy_problems (
  id uuid primary key,
  institution_id uuid not null references institutions on delete cascade,
  -- The heading of the passage as it was; null: the page as a whole.
  passage text,
  text text not null,
  reporter_id uuid references accounts on delete set null,
  created_at timestamptz not null,
  resolved_at timestamptz,
  resolver_id uuid references accounts on delete set null,
  note text
);
create index on policy_problems (institution_id, id);
create index on policy_problems (reporter_id);
