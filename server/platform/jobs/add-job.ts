import type { Clock } from '../clock.ts';
import type { Queries } from '../database/index.ts';
import { newId } from '../ids.ts';
import type { Ciphers } from '../secrets.ts';
import { insertJob } from './store.ts';
import type { Task } from './task.ts';

export interface JobParts {
  readonly clock: Clock;
  readonly ciphers: Ciphers;
}

/**
 * Notes down work to be done soon, in the transaction of its cause: both happen, or neither. The
 * payload is stored encrypted, since it may hold a token.
 */
export async function addJob<Payload>(
  { clock, ciphers }: JobParts,
  sql: Queries,
  task: Task<Payload>,
  payload: Payload,
): Promise<void> {
  const id = newId();
  const now = clock.now();
  await insertJob(sql, {
    id,
    task: task.name,
    payload: ciphers.encrypt(contextOf(id), JSON.stringify(payload)),
    dueAt: now,
    expiresAt: new Date(now.getTime() + task.goodForMinutes * 60_000),
    createdAt: now,
  });
}

/** A payload copied into another job's row can't be read there. */
export function contextOf(jobId: string): string {
  return `job:${jobId}`;
}
