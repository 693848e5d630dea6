import type { Queries } from '../platform/database/index.ts';
import { readStaffing } from '../presence/index.ts';
import type { Network } from './resolve-chain.ts';

/** Queues, who is there, and when co-ops answer for whom: all that routing judges by, in three queries. */
export async function readNetwork(sql: Queries, now: Date): Promise<Network> {
  const queues = await sql
    .selectFrom('queues')
    .leftJoin('institutions', 'institutions.id', 'queues.institutionId')
    .leftJoin('coops', 'coops.id', 'queues.coopId')
    .where('queues.deletedAt', 'is', null)
    .where('coops.deletedAt', 'is', null)
    .select(['queues.id', 'queues.kind', 'queues.coopId'])
    .select(({ fn }) => fn.coalesce('queues.hours', 'institutions.hours').as('hours'))
    // Chains are compared with what they were: the order must not depend on the plan.
    .orderBy('queues.id')
    .execute();
  const coverage = await sql
    .selectFrom('coopInstitutions')
    .innerJoin('coops', 'coops.id', 'coopInstitutions.coopId')
    .where('coops.deletedAt', 'is', null)
    .select(['coopId', 'institutionId', 'coverage'])
    .execute();
  const staffing = await readStaffing(sql, now);

  const byCoop = Map.groupBy(coverage, ({ coopId }) => coopId);
  return {
    now,
    queues: new Map(
      queues.map(({ id, ...queue }) => [id, { ...queue, operators: staffing.get(id) ?? [] }]),
    ),
    coverage: new Map(
      [...byCoop].map(([coopId, rows]) => [
        coopId,
        new Map(rows.map((row) => [row.institutionId, row.coverage])),
      ]),
    ),
  };
}
