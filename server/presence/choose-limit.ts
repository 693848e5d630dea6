import type { OwnPresence } from '#protocol/presence.ts';
import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { readOwnPresence, saveLimit } from './store.ts';

/** Whoever lowers it below what they have in hand keeps those chats, and is offered no more. */
export async function chooseLimit(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  maxChats: number,
): Promise<OwnPresence> {
  if (!actor.chatAccess) throw problem('no_chat_access');
  const { accountId: id, username: name, institutionId } = actor;
  await database.sql.transaction().execute(async (sql) => {
    const before = await saveLimit(sql, id, maxChats);
    await recordAudit(sql, {
      at: clock.now(),
      actor,
      action: 'account.changed',
      target: { kind: 'account', id, name, institutionId },
      before: { maxChats: before },
      after: { maxChats },
    });
  });
  bus.publish('operator', { accountId: id });
  return readOwnPresence(database.sql, id);
}
