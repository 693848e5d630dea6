-- Refused sign-ins to an account since the audit log last told of one: so that somebody who guesses
-- for hours fills no log.

create table refused_sign_ins (
  account_id uuid primary key references accounts on delete cascade,
  -- When the first was told of; the rest is told an hour later, or when somebody gets in.
  since timestamptz not null,
  -- Without the first.
  tries integer not null,
  -- Of those tries, the first few.
  addresses text[] not null
);
create index on refused_sign_ins (since);
