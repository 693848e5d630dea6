import { recordAudit } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { checkChain } from './check-chain.ts';
import type { WidgetChange } from './store.ts';
import { findVisibleWidget, updateWidget } from './store.ts';
import { refuseUnlessManager } from './who-may.ts';
import { type StoredWidget, toldOfWidget } from './widget.ts';

/** @throws not_found for another library's widget, may_not, or breaks_rule with the fields at fault */
export async function changeWidget(
  { database, clock }: Parts,
  actor: StaffActor,
  widgetId: string,
  change: WidgetChange,
): Promise<StoredWidget> {
  return database.sql.transaction().execute(async (sql) => {
    const before = await findVisibleWidget(sql, actor, widgetId);
    if (!before) throw problem('not_found', 'There is no such widget.');
    refuseUnlessManager(actor, before.institutionId);
    if (change.chain) await checkChain(sql, before.institutionId, change.chain);

    await updateWidget(sql, widgetId, change);
    const after = await findVisibleWidget(sql, actor, widgetId);
    if (!after) throw problem('not_found', 'There is no such widget.');
    await recordAudit(sql, {
      at: clock.now(),
      actor,
      action: 'widget.changed',
      target: {
        kind: 'widget',
        id: widgetId,
        name: before.name,
        institutionId: before.institutionId,
      },
      before: toldOfWidget(before),
      after: toldOfWidget(after),
    });
    return after;
  });
}
