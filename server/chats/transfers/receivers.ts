import { sql as fragment } from 'kysely';
import type { OperatorState } from '#protocol/presence.ts';
import type { Queries } from '../../platform/database/index.ts';

/** Somebody at the desk who may take over a chat. */
export interface Receiver {
  readonly accountId: string;
  readonly displayName: string;
  readonly institutionName: string;
  readonly state: OperatorState;
  readonly openChats: number;
  readonly maxChats: number;
  /** The co-op that brings it to them; null for who is of the chat's own library. */
  readonly coopId: string | null;
}

interface Sender {
  readonly accountId: string;
  readonly institutionId: string;
}

/**
 * Who has the desk open, is seen by the sender (of the same library, or with a level in one co-op),
 * and may answer for the chat's library: of it, or with a level in a co-op that it belongs to.
 * First who has room, then who has least to do.
 */
export async function findReceivers(
  sql: Queries,
  sender: Sender,
  homeId: string,
  now: Date,
  only: string | null = null,
): Promise<Receiver[]> {
  const { rows } = await fragment<Receiver>`
    select p.id as account_id, p.display_name, i.name as institution_name, o.state,
      open.chats as open_chats, p.max_chats, through.coop_id
    from accounts p
    join institutions i on i.id = p.institution_id
    join operators o on o.account_id = p.id
    cross join lateral (
      select count(*)::int as chats from chats where owner_id = p.id and state = 'active'
    ) open
    left join lateral (
      select theirs.coop_id
      from held_levels theirs
      join coop_institutions home
        on home.coop_id = theirs.coop_id and home.institution_id = ${homeId}
      where theirs.account_id = p.id and p.institution_id <> ${homeId}
        and (p.institution_id = ${sender.institutionId} or theirs.coop_id in (
          select coop_id from held_levels where account_id = ${sender.accountId}
        ))
      limit 1
    ) through on true
    where p.id <> ${sender.accountId} and p.chat_access and p.deleted_at is null
      and (${only}::uuid is null or p.id = ${only}::uuid)
      and exists (
        select from operator_leases l where l.account_id = p.id and l.expires_at > ${now}
      )
      and (through.coop_id is not null or p.institution_id = ${homeId} and (
        p.institution_id = ${sender.institutionId} or exists (
          select from held_levels theirs
          join held_levels mine on mine.coop_id = theirs.coop_id
          where theirs.account_id = p.id and mine.account_id = ${sender.accountId}
        )
      ))
    order by o.state <> 'available', open.chats >= p.max_chats, open.chats, p.display_name
    limit 500
  `.execute(sql);
  return rows;
}
