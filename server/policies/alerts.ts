import type { PolicyAlert } from '#protocol/policies.ts';
import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { presentAlert, type StoredPage } from './policy.ts';
import { deleteAlert, insertAlert, lockPage } from './store.ts';
import { refuseUnlessEditor } from './who-may.ts';

/** What holds for longer belongs into the page itself. */
const MOST_DAYS = 60;
const DAY_MS = 86_400_000;

/** @throws not_found, may_not, breaks_rule for an end that is past or too far off */
export function raiseAlert(
  { database, clock }: Parts,
  actor: StaffActor,
  institutionId: string,
  { text, endsAt }: { readonly text: string; readonly endsAt: string },
): Promise<PolicyAlert> {
  const createdAt = clock.now();
  const alert = { id: newId(), text, endsAt: new Date(endsAt), createdAt };
  return database.sql.transaction().execute(async (sql) => {
    const page = await lockPage(sql, actor, institutionId, createdAt);
    refuseUnlessEditor(actor, page);
    refuseEnd(alert.endsAt, createdAt);
    const { accountId, displayName } = actor;
    await insertAlert(sql, { ...alert, institutionId, accountId });
    await recordAudit(sql, {
      at: createdAt,
      actor,
      action: 'policy.alertRaised',
      target: targetOf(page),
      before: null,
      after: { text, endsAt },
    });
    return presentAlert({ ...alert, createdBy: displayName });
  });
}

/** @throws not_found, also for one that has ended; may_not */
export function endAlert(
  { database, clock }: Parts,
  actor: StaffActor,
  { institutionId, alertId }: { institutionId: string; alertId: string },
): Promise<void> {
  const now = clock.now();
  return database.sql.transaction().execute(async (sql) => {
    const page = await lockPage(sql, actor, institutionId, now);
    refuseUnlessEditor(actor, page);
    const ended = await deleteAlert(sql, institutionId, alertId, now);
    if (!ended) throw problem('not_found', 'There is no such alert, or it has ended.');
    await recordAudit(sql, {
      at: now,
      actor,
      action: 'policy.alertEnded',
      target: targetOf(page),
      before: { text: ended.text },
      after: null,
    });
  });
}

function targetOf({ institutionId, institutionName }: StoredPage) {
  return { kind: 'policy', id: institutionId, name: institutionName, institutionId };
}

function refuseEnd(endsAt: Date, now: Date): void {
  const days = (endsAt.getTime() - now.getTime()) / DAY_MS;
  if (days > 0 && days <= MOST_DAYS) return;
  const message = `must be within the next ${MOST_DAYS} days`;
  throw problem('breaks_rule', `endsAt ${message}.`, [{ path: 'endsAt', message }]);
}
