import type { CannedMessage } from '#protocol/canned-messages.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';
import { lockVisibleThing, POOL, refuseUnlessEditor, sayMissing } from '../shared-things/index.ts';

/** A pool whose content the caller is about to change. @throws not_found or may_not */
export async function lockEditablePool(sql: Queries, actor: StaffActor, poolId: string) {
  const pool = await lockVisibleThing(sql, POOL, actor, poolId);
  if (!pool) throw problem('not_found', sayMissing(POOL));
  refuseUnlessEditor(actor, POOL, pool);
  return pool;
}

/** For the audit log: a message belongs to whom its pool belongs to. */
export function messageTarget(
  { institutionId }: { readonly institutionId: string | null },
  { id, title }: Pick<CannedMessage, 'id' | 'title'>,
) {
  return { kind: 'canned_message', id, name: title, institutionId };
}
