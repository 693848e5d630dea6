import type { OperatorState, OwnPresence } from '#protocol/presence.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { readOwnPresence, saveState } from './store.ts';

export async function chooseState(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  state: OperatorState,
): Promise<OwnPresence> {
  if (!actor.chatAccess) throw problem('no_chat_access');
  await saveState(database.sql, actor.accountId, state, clock.now());
  bus.publish('operator', { accountId: actor.accountId });
  return readOwnPresence(database.sql, actor.accountId);
}
