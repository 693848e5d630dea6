-- Who did what to whom: added in the transaction of the change, and never touched again.

create table audit (
  id uuid primary key,
  at timestamptz not null,
  -- Null: Carrel itself, or the set-up. No foreign keys, and names as they were: an entry outlives
  -- what it tells of.
  actor_id uuid,
  actor_name text,
  address text,
  action text not null,
  target_kind text not null,
  target_id uuid not null,
  target_name text not null,
  institution_id uuid,
  before jsonb,
  after jsonb
);
create index on audit (institution_id, id);
create index on audit (actor_id, id);
create index on audit (target_id, id);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is only ever added to (% refused)', lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;

-- A trigger holds for the table's owner and for superusers too, whom no privilege binds; `always`,
-- so that a session in the role of a replica gets no further.
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function refuse_audit_change();
alter table audit enable always trigger audit_append_only;

-- Default privileges of the database may have given more to others than to read and to add.
do $$
declare
  role text;
begin
  for role in
    select distinct grantee from information_schema.role_table_grants
    where table_schema = current_schema and table_name = 'audit'
  loop
    if role = 'PUBLIC' then
      revoke update, delete, truncate on audit from public;
    else
      execute format('revoke update, delete, truncate on audit from %I', role);
    end if;
  end loop;
end
$$;
