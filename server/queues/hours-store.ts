import type { Hours } from '#protocol/hours.ts';
import type { Queries } from '../platform/database/index.ts';

/** A queue's own hours; null: as its library, and a co-op's always. */
export async function readHours(sql: Queries, queueId: string): Promise<Hours | null> {
  const queue = await sql
    .selectFrom('queues')
    .select('hours')
    .where('id', '=', queueId)
    .executeTakeFirstOrThrow();
  return queue.hours;
}

export async function saveHours(sql: Queries, queueId: string, hours: Hours | null): Promise<void> {
  await sql
    .updateTable('queues')
    .set({ hours: hours && JSON.stringify(hours) })
    .where('id', '=', queueId)
    .execute();
}
