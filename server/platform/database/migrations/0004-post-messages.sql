-- The grouped commit: everything that arrived since the last one, stored in one call.
--
-- Two statements, on purpose. The first takes the chats' rows in order of id, so that two writers
-- cannot deadlock. The second has a new snapshot, taken after the locks were had: in one statement
-- the numbers would be read before another writer's commit, and `on conflict do nothing` would
-- leave gaps.
--
-- Verdicts: stored, repeat (same sender and client id: seq is the first one's), conflict (the client
-- id is somebody else's), closed, forbidden, unknown. The caller puts a client id into a batch once.
-- `first_at` is the time of the first of two, and null for what was stored just now.
--
-- The planner's settings are pinned by the connection that calls this (`openWriting`): as `set`
-- clauses of the function they would cost a tenth of every call.
create function post_messages(
  p_chat uuid[], p_actor_kind "char"[], p_actor uuid[], p_client uuid[], p_note boolean[], p_text text[],
  p_at timestamptz
) returns table (n int, seq int, patron_seq int, verdict text, first_at timestamptz)
language plpgsql volatile
as $$
#variable_conflict use_column
begin
  perform 1 from chats where id = any (p_chat) order by id for no key update;

  return query
  with judged as (
    select i.*, c.last_seq, c.last_patron_seq, e.seq as had, e.patron_seq as patron_had, e.at as had_at,
      case
        when c.id is null then 'unknown'
        when e.seq is not null then
          case when e.actor_kind = i.kind and e.actor_id is not distinct from i.actor
               then 'repeat' else 'conflict' end
        when i.kind = 's' and not (c.owner_id is not distinct from i.actor or i.actor = any (c.guest_ids))
          then 'forbidden'
        when c.state = 'closed' then 'closed'
        else 'stored'
      end as verdict
    from unnest(p_chat, p_actor_kind, p_actor, p_client, p_note, p_text)
      with ordinality as i (chat, kind, actor, client, note, text, n)
    left join chats c on c.id = i.chat
    left join chat_events e on e.chat_id = i.chat and e.client_id = i.client
  ),
  numbered as (
    select j.*,
      (j.last_seq + count(*) filter (where j.verdict = 'stored') over w)::int as seq,
      (j.last_patron_seq + count(*) filter (where j.verdict = 'stored' and not j.note) over w)::int as patron_seq
    from judged j
    window w as (partition by j.chat order by j.n rows unbounded preceding)
  ),
  moved as (
    update chats c set last_seq = m.seq, last_patron_seq = m.patron_seq
    from (
      select chat, max(seq) as seq, max(patron_seq) as patron_seq
      from numbered where verdict = 'stored' group by chat
    ) m
    where c.id = m.chat
  ),
  stored as (
    insert into chat_events (chat_id, seq, patron_seq, kind, actor_kind, actor_id, client_id, text, at)
    select chat, seq, case when note then null else patron_seq end,
      case when note then 'note' else 'message' end, kind, actor, client, text, p_at
    from numbered where verdict = 'stored'
  )
  select n::int,
    case when verdict = 'stored' then seq else had end,
    case when verdict <> 'stored' then patron_had when not note then patron_seq end,
    verdict, had_at
  from numbered;
end $$;
