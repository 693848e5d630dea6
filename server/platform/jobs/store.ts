import type { Queries } from '../database/index.ts';

export interface StoredJob {
  readonly id: string;
  readonly task: string;
  readonly payload: Buffer;
  readonly dueAt: Date;
  readonly expiresAt: Date;
  readonly createdAt: Date;
}

export async function insertJob(sql: Queries, job: StoredJob): Promise<void> {
  await sql.insertInto('jobs').values(job).execute();
}

export interface TakenJob {
  readonly id: string;
  readonly task: string;
  readonly payload: Buffer;
  /** This try included. */
  readonly attempts: number;
}

/** Takes the next job that is due, for nobody else until `againAt`; two processes never take the same. */
export function takeDueJob(sql: Queries, now: Date, againAt: Date): Promise<TakenJob | undefined> {
  return sql
    .updateTable('jobs')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), dueAt: againAt }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('jobs')
        .select('id')
        .where('dueAt', '<=', now)
        .where('expiresAt', '>', now)
        .orderBy('dueAt')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'task', 'payload', 'attempts'])
    .executeTakeFirst();
}

export async function postponeJob(sql: Queries, id: string, dueAt: Date): Promise<void> {
  await sql.updateTable('jobs').set({ dueAt }).where('id', '=', id).execute();
}

export async function deleteJob(sql: Queries, id: string): Promise<void> {
  await sql.deleteFrom('jobs').where('id', '=', id).execute();
}

/** Answers what was given up, by task. */
export async function deleteExpiredJobs(sql: Queries, now: Date): Promise<readonly string[]> {
  const rows = await sql
    .deleteFrom('jobs')
    .where('expiresAt', '<=', now)
    .returning('task')
    .execute();
  return rows.map(({ task }) => task);
}
