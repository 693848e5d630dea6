import type { ChainStep } from '#protocol/widgets.ts';
import type { Queries } from '../platform/database/index.ts';
import type { FieldError } from '../platform/problem.ts';
import { problem } from '../platform/problem.ts';
import { existingQueues } from '../queues/index.ts';
import { joinedCoops } from './store.ts';

/**
 * A chain leads only where the institution's own operators, or those of a co-op that it belongs to,
 * may answer.
 *
 * @throws breaks_rule naming each step that leads elsewhere, as `chain.0.queueId`
 */
export async function checkChain(
  sql: Queries,
  institutionId: string,
  chain: readonly ChainStep[],
): Promise<void> {
  const queueIds = chain.flatMap(({ queueId }) => queueId ?? []);
  const coopIds = chain.flatMap(({ coopId }) => coopId ?? []);
  const [queues, coops] = await Promise.all([
    existingQueues(sql, queueIds, institutionId),
    joinedCoops(sql, coopIds, institutionId),
  ]);

  const errors: FieldError[] = [];
  for (const [index, { queueId, coopId }] of chain.entries()) {
    if (queueId !== undefined && !queues.has(queueId)) {
      errors.push({
        path: `chain.${index}.queueId`,
        message: 'must be a queue of this institution, or of a co-op that it belongs to',
      });
    }
    if (coopId !== undefined && !coops.has(coopId)) {
      errors.push({
        path: `chain.${index}.coopId`,
        message: 'must be a co-op that this institution belongs to',
      });
    }
  }
  if (errors.length === 0) return;
  const detail = errors.map(({ path, message }) => `${path} ${message}.`).join(' ');
  throw problem('breaks_rule', detail, errors);
}
