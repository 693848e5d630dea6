import { sql as fragment, type RawBuilder } from 'kysely';
import type { StaffActor } from '../platform/http/actor.ts';

/** Who reads, as the rules ask. */
export type Reader = Pick<StaffActor, 'accountId' | 'institutionId' | 'role' | 'chatAccess'>;

/**
 * Whether the caller may read the policy page of the query's institution `i`: its own staff, whoever
 * has a level and chat access in a co-op of which both libraries are members now, and the owner.
 */
export function isReadable({
  accountId,
  institutionId,
  role,
  chatAccess,
}: Reader): RawBuilder<boolean> {
  if (role === 'owner') return fragment<boolean>`true`;
  const isOwn = fragment<boolean>`i.id = ${institutionId}`;
  // Without it a level opens nothing.
  if (!chatAccess) return isOwn;
  return fragment<boolean>`(${isOwn} or exists (
    select from coop_memberships membership
    join coops c on c.id = membership.coop_id and c.deleted_at is null
    join coop_institutions mine
      on mine.coop_id = c.id and mine.institution_id = ${institutionId}
    join coop_institutions theirs on theirs.coop_id = c.id and theirs.institution_id = i.id
    where membership.account_id = ${accountId}
  ))`;
}
