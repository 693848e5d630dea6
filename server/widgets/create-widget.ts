import type { z } from 'zod';
import type { createWidget as contract } from '#protocol/widgets.ts';
import { recordAudit } from '../audit/index.ts';
import { refuseUnlessInstitution } from '../institutions/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { checkChain } from './check-chain.ts';
import { findWidget, insertWidget } from './store.ts';
import { refuseUnlessManager } from './who-may.ts';
import type { StoredWidget } from './widget.ts';
import { toldOfWidget, USUAL_UNANSWERED_SECONDS } from './widget.ts';

/** @throws may_not, or breaks_rule with the fields at fault */
export async function createWidget(
  { database, clock }: Parts,
  actor: StaffActor,
  wanted: z.output<typeof contract.body>,
): Promise<StoredWidget> {
  refuseUnlessManager(actor, wanted.institutionId);
  const id = newId();
  const createdAt = clock.now();
  return database.sql.transaction().execute(async (sql) => {
    // Only the owner gets here with an institution that is none.
    await refuseUnlessInstitution(sql, wanted.institutionId);
    await checkChain(sql, wanted.institutionId, wanted.chain);
    await insertWidget(sql, {
      id,
      institutionId: wanted.institutionId,
      name: wanted.name,
      chain: wanted.chain,
      allowedOrigins: wanted.allowedOrigins ?? [],
      texts: wanted.texts ?? {},
      colour: wanted.colour ?? null,
      unansweredSeconds: wanted.unansweredSeconds ?? USUAL_UNANSWERED_SECONDS,
      createdAt,
    });
    const widget = await findWidget(sql, id);
    if (!widget) throw new Error('A widget that was just made is not there');
    await recordAudit(sql, {
      at: createdAt,
      actor,
      action: 'widget.created',
      target: { kind: 'widget', id, name: widget.name, institutionId: widget.institutionId },
      before: null,
      after: toldOfWidget(widget),
    });
    return widget;
  });
}
