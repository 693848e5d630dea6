-- Queues, pools and rooms that coordinators name, delete and bring back.

alter table pools add column deleted_at timestamptz;
alter table rooms add column deleted_at timestamptz;

-- An owner's things bear different names from here on, whatever the case of their letters: people
-- and files tell them apart by nothing else. Of those that share one, all but the oldest get a number.
update queues set name = left(name, 90) || ' (' || n || ')'
from (
  select id, row_number() over (
    partition by coalesce(institution_id, coop_id), lower(name) order by created_at, id
  ) as n
  from queues where deleted_at is null
) as numbered
where numbered.id = queues.id and n > 1;
update pools set name = left(name, 90) || ' (' || n || ')'
from (
  select id, row_number() over (partition by institution_id, lower(name) order by created_at, id) as n
  from pools
) as numbered
where numbered.id = pools.id and n > 1;
update rooms set name = left(name, 90) || ' (' || n || ')'
from (
  select id, row_number() over (partition by institution_id, lower(name) order by created_at, id) as n
  from rooms
) as numbered
where numbered.id = rooms.id and n > 1;

-- Among the living: the name of a deleted thing is free at once.
create unique index queues_name_key on queues (coalesce(institution_id, coop_id), lower(name))
  where deleted_at is null;
create unique index pools_name_key on pools (institution_id, lower(name)) nulls not distinct
  where deleted_at is null;
create unique index rooms_name_key on rooms (institution_id, lower(name)) nulls not distinct
  where deleted_at is null;

-- What can be restored, and what the purge looks for.
create index on queues (deleted_at) where deleted_at is not null;
create index on pools (deleted_at) where deleted_at is not null;
create index on rooms (deleted_at) where deleted_at is not null;
