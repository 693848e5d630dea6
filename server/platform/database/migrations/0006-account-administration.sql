-- What coordinators keep of accounts.

alter table accounts
  add column language text not null default 'en',
  -- Null: never yet.
  add column last_sign_in_at timestamptz,
  -- Since then only the row is left, without a name, for the chats that refer to it.
  add column purged_at timestamptz;

update accounts set language = institutions.languages[1]
from institutions where institutions.id = accounts.institution_id;
update accounts set last_sign_in_at = (
  select max(created_at) from sessions where account_id = accounts.id
);

-- What the purge looks for.
create index on accounts (deleted_at) where deleted_at is not null and purged_at is null;

-- Colleagues added by hand, each to the list of one account.
create table contacts (
  account_id uuid not null references accounts on delete cascade,
  contact_id uuid not null references accounts on delete cascade,
  primary key (account_id, contact_id),
  check (account_id <> contact_id)
);
create index on contacts (contact_id);

-- For an account's own list; by pool and by room the primary keys serve.
create index on pool_members (account_id);
create index on room_members (account_id);

-- Takes from a deleted account all that would go with its row, in whatever table, and its name. The
-- row itself stays: transcripts refer to it, and whether one does can't be asked without reading
-- every chat there ever was.
create function purge_account(purged uuid, at timestamptz) returns void language plpgsql as $$
declare
  reference record;
begin
  for reference in
    select c.conrelid::regclass as of_table, a.attname as of_column
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.confrelid = 'accounts'::regclass and c.contype = 'f' and c.confdeltype = 'c'
  loop
    execute format('delete from %s where %I = $1', reference.of_table, reference.of_column)
      using purged;
  end loop;

  update accounts set
    -- With a sign that no username may have, so that the old name is free.
    username = 'deleted:' || id,
    display_name = 'Former colleague',
    email = null,
    password_hash = null,
    last_sign_in_at = null,
    purged_at = at
  where id = purged;
end
$$;
