-- What tells at the start that the key is another one, and what holds back a flood of mails.

-- Made from the installation's key: see server/platform/key-check.ts. Null until the first start that knows it.
alter table installation add column key_check bytea;

-- `held`: more mails came than a day may bring.
alter table ticket_entries drop constraint ticket_entries_kind_check;
alter table ticket_entries add constraint ticket_entries_kind_check check (
  kind in (
    'mail', 'reply', 'note', 'state', 'owner', 'address', 'merged', 'unmerged', 'bounced', 'held'
  )
);

-- What one sender has sent lately, into whatever ticket.
create index on ticket_entries (lower(body ->> 'from'), at) where kind = 'mail';
