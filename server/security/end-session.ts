import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { recordSessionEnd } from './record-sign-in.ts';
import { deleteSessionByToken, deleteSessionOf, findTarget } from './store.ts';

/** Signs out of the session that asks. */
export async function signOut(parts: Parts, actor: StaffActor): Promise<void> {
  await endSession(parts, actor, actor.sessionId);
}

/**
 * Ends one of one's own sessions, be it from another one.
 *
 * @throws not_found for one that is over, or somebody else's
 */
export async function endSession(
  { database, clock, bus }: Parts,
  actor: StaffActor,
  sessionId: string,
): Promise<void> {
  const { accountId } = actor;
  await database.sql.transaction().execute(async (sql) => {
    const ended = await deleteSessionOf(sql, accountId, sessionId);
    if (!ended) throw problem('not_found', 'That session has ended already.');
    const isThisOne = sessionId === actor.sessionId;
    await recordSessionEnd(sql, actor, isThisOne ? null : ended, clock.now());
  });
  bus.publish('operator', { accountId });
}

/** Ends the session of a browser that forgets it by signing in anew: nobody could end it any more. */
export async function endForgottenSession(
  { database, clock, bus }: Parts,
  tokenHash: Buffer,
  address: string,
): Promise<void> {
  const accountId = await database.sql.transaction().execute(async (sql) => {
    const whose = await deleteSessionByToken(sql, tokenHash);
    const found = whose && (await findTarget(sql, whose));
    if (found)
      await recordSessionEnd(sql, { ...found, accountId: whose, address }, null, clock.now());
    return whose;
  });
  if (accountId) bus.publish('operator', { accountId });
}
