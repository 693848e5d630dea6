-- Learning the desk: the tour, and chats with a scripted patron.

-- When they went through the tour of the desk, or skipped it. Who has worked here before needs none.
alter table accounts add column toured_at timestamptz;
update accounts set toured_at = last_sign_in_at;

alter table chats
  -- Whose practice it is; null for a chat with a patron. Nobody else ever sees it, and whatever lists,
  -- counts or alerts leaves it out.
  add column practised_by uuid references accounts,
  -- What its patron says, by server/practice.
  add column practice_script text,
  -- Nobody came from a library's page.
  alter column widget_id drop not null,
  add check ((practised_by is null) = (practice_script is null)),
  add check ((practised_by is null) = (widget_id is not null));
-- One at a time; and those under way are found without a look at all others.
create unique index chats_practice_key on chats (practised_by)
  where practised_by is not null and state <> 'closed';
