-- How people prove who they are: links by mail, sessions, second factors; and what slows guessing down.

-- Work that outlives the request that caused it, such as a mail. Deleted when it is done.
create table jobs (
  id uuid primary key,
  task text not null,
  -- Encrypted with the installation's key: it may hold the token of a link.
  payload bytea not null,
  attempts int not null default 0,
  -- When it is (again) time to try. Whoever takes it sets it past the time that a try may last.
  due_at timestamptz not null,
  -- From then on nobody needs it.
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create index on jobs (due_at);

-- Links to choose a password, from a mail. Good once: deleted when used.
create table password_links (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  purpose text not null check (purpose in ('reset', 'invitation')),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on password_links (account_id);
create index on password_links (expires_at);

alter table sessions
  add column last_seen_at timestamptz,
  -- `Firefox on Linux`, as far as the browser says.
  add column device text not null default '',
  add column address text not null default '';
update sessions set last_seen_at = created_at;
alter table sessions alter column last_seen_at set not null;

alter table institutions
  add column second_factor_required boolean not null default false;

-- Authenticator apps (TOTP, RFC 6238). Nothing holds before `confirmed_at`.
create table authenticators (
  account_id uuid primary key references accounts on delete cascade,
  -- Encrypted with the installation's key.
  secret bytea not null,
  -- The 30-second step of the last code that was taken: no code is taken twice.
  last_step bigint not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz
);

create table recovery_codes (
  account_id uuid not null references accounts on delete cascade,
  code_hash bytea not null,
  primary key (account_id, code_hash)
);

create table passkeys (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  -- The authenticator's own name for it, base64url.
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index on passkeys (account_id);

-- What a passkey has to sign, each good once. `account_id` is null where somebody signs in, not known yet.
create table passkey_challenges (
  id uuid primary key,
  account_id uuid references accounts on delete cascade,
  challenge text not null,
  expires_at timestamptz not null
);
create index on passkey_challenges (expires_at);

-- Wrong passwords and codes, by a hash of whose and from where; see server/guesses.
create table guesses (
  key bytea primary key,
  count int not null,
  last_at timestamptz not null,
  -- No further try before.
  next_at timestamptz not null
);
create index on guesses (last_at);

-- Browsers and networks from which somebody has signed in: strangers who guess elsewhere do not slow
-- them down there.
create table known_places (
  account_id uuid not null references accounts on delete cascade,
  place text not null,
  last_at timestamptz not null,
  primary key (account_id, place)
);
create index on known_places (last_at);
