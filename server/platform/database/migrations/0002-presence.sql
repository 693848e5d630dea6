-- Who is at the desk. A lease for each open page, with an expiry: no counter that could drift.

create table operators (
  account_id uuid primary key references accounts on delete cascade,
  state text not null check (state in ('available', 'busy', 'away', 'invisible')),
  chosen_at timestamptz not null
);

create table operator_leases (
  page_id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  expires_at timestamptz not null
);
create index on operator_leases (account_id, expires_at);
