-- Words of tickets, to search, and lists of tickets in the order in which they are read.

-- The words of each ticket: its number, who asks, the question, all that was said in it, notes included.
create table ticket_texts (
  ticket_id uuid primary key references tickets on delete cascade,
  words tsvector not null
);

-- Without signs and accents, so that parts of an address are words of their own, and `bibliotheque`
-- finds `bibliothèque`. server/tickets/searched-words.ts does the same to what is searched for.
create function plain_words(said text) returns text language sql stable as $$
  select translate(
    case
      when octet_length(said) = length(said) or getdatabaseencoding() <> 'UTF8' then said
      else regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g')
    end,
    '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~',
    repeat(' ', 32)
  )
$$;

-- Written anew from all of it, so that what is erased is found no more. Cut, since PostgreSQL indexes no
-- more than a megabyte of words; what was said last is kept.
create function index_ticket(ticket uuid) returns void language sql as $$
  insert into ticket_texts (ticket_id, words)
  select t.id, to_tsvector('simple', plain_words(left(
    concat_ws(E'\n', t.number, t.name, t.email, left(t.question, 20000), said.words), 200000)))
  from tickets t
  cross join lateral (
    select string_agg(left(e.text, 20000), E'\n' order by e.seq desc) as words
    from ticket_entries e
    where e.ticket_id = t.id and e.text is not null
  ) said
  where t.id = ticket
  on conflict (ticket_id) do update set words = excluded.words
$$;

select index_ticket(id) from tickets;
-- At once, not by and by: tickets are few enough, and a search would read what still waits one by one.
create index on ticket_texts using gin (words) with (fastupdate = off);

create function index_ticket_of() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'tickets' then
    perform index_ticket(new.id);
  elsif tg_op = 'DELETE' then
    perform index_ticket(old.ticket_id);
  else
    perform index_ticket(new.ticket_id);
  end if;
  return null;
end
$$;
create trigger ticket_words after insert on tickets
  for each row execute function index_ticket_of();
create trigger ticket_words_changed after update of name, email, question on tickets
  for each row when ((old.name, old.email, old.question) is distinct from (new.name, new.email, new.question))
  execute function index_ticket_of();
create trigger entry_words after insert on ticket_entries
  for each row when (new.text is not null) execute function index_ticket_of();
create trigger entry_words_changed after update of text on ticket_entries
  for each row when (old.text is distinct from new.text) execute function index_ticket_of();
create trigger entry_words_erased after delete on ticket_entries
  for each row when (old.text is not null) execute function index_ticket_of();

-- Lists are by what moved last, of all states or of one; those that were merged stand in none.
create index on tickets (updated_at desc, id desc) where merged_into is null;
create index on tickets (state, updated_at desc, id desc) where merged_into is null;
create index on tickets (institution_id, state, updated_at desc, id desc) where merged_into is null;
create index on tickets (institution_id, updated_at desc, id desc)
  where owner_id is null and merged_into is null;
-- Somebody's own are asked for by library: with the other at hand, all of theirs would be read.
drop index tickets_owner_id_updated_at_id_idx;
create index on tickets (owner_id, institution_id, updated_at desc, id desc) where owner_id is not null;

-- Those that wait for somebody, to count.
create index tickets_waiting on tickets (institution_id, owner_id)
  where state in ('new', 'open') and merged_into is null;
