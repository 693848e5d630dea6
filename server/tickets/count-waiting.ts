import { sql as fragment } from 'kysely';
import { COUNTED_TICKETS } from '#protocol/limits.ts';
import type { Queries } from '../platform/database/index.ts';
import { type Handler, waysToHandle } from './who-may.ts';

/** New and open ones of the actor, or of nobody: what a colleague has taken waits for that colleague. */
export async function countWaiting(sql: Queries, actor: Handler): Promise<number> {
  let count = 0;
  for (const way of await waysToHandle(sql, actor)) {
    const waiting = sql
      .selectFrom('tickets')
      .select('tickets.id')
      .where(way)
      .where((eb) => eb.or([eb('ownerId', 'is', null), eb('ownerId', '=', actor.accountId)]))
      // As the index has it, word for word.
      .where(fragment<boolean>`state in ('new', 'open') and merged_into is null`)
      .limit(COUNTED_TICKETS);
    const rows = await sql
      .selectFrom(waiting.as('waiting'))
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    count += Number(rows.count);
  }
  return Math.min(count, COUNTED_TICKETS);
}
