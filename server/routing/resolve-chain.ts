import type { Queries, ResolvedChainStep, StoredChainStep } from '../platform/database/index.ts';
import { coopChatQueues } from '../queues/index.ts';

/** A co-op in the chain becomes its queues; steps that lead nowhere any more are left out. */
export async function resolveChain(
  sql: Queries,
  widget: { institutionId: string; chain: readonly StoredChainStep[] },
): Promise<ResolvedChainStep[]> {
  const steps = await Promise.all(
    widget.chain.map(async ({ queueId, coopId, waitSeconds }) => {
      const queueIds =
        coopId === undefined
          ? await liveQueues(sql, queueId)
          : await coopChatQueues(sql, coopId, widget.institutionId);
      return { queueIds, waitSeconds };
    }),
  );
  return steps.filter(({ queueIds }) => queueIds.length > 0);
}

async function liveQueues(sql: Queries, queueId: string | undefined): Promise<string[]> {
  if (queueId === undefined) return [];
  const queue = await sql
    .selectFrom('queues')
    .select('id')
    .where('id', '=', queueId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return queue ? [queue.id] : [];
}
