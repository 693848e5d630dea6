import type { Database } from '../database/index.ts';
import { contextOf, type JobParts } from './add-job.ts';
import { deleteExpiredJobs, deleteJob, postponeJob, type TakenJob, takeDueJob } from './store.ts';
import { retryAfter, type Task } from './task.ts';

/** How long one try may take at most; then another process may believe this one dead and try too. */
const TRY_MS = 300_000;
/** Then others have their turn: the connection pool is everybody's. */
const JOBS_A_ROUND = 20;

export interface JobWorker {
  /** Says how a task is done. What it does may happen twice: a process can die between deed and note. */
  does<Payload>(
    task: Task<Payload>,
    work: (payload: Payload, jobId: string) => Promise<void>,
  ): void;
  /** Does what is due, one after the other. A failure is told, and tried again later. */
  runDue(): Promise<void>;
  /** Begins no further job: a round that runs ends with the one in hand. */
  stop(): void;
  /** Gives up what was not done in time, and tells of it. */
  dropExpired(): Promise<void>;
}

export interface JobWorkerParts extends JobParts {
  readonly database: Database;
}

/**
 * Works off the table `jobs`, which all processes share; each row is one piece of work, deleted
 * when done.
 */
export function jobWorker(
  { database, clock, ciphers }: JobWorkerParts,
  onError: (error: unknown) => void,
): JobWorker {
  const { sql } = database;
  const works = new Map<string, (payload: unknown, jobId: string) => Promise<void>>();

  let stopped = false;

  async function tryJob({ id, task, payload, attempts }: TakenJob): Promise<void> {
    try {
      const work = works.get(task);
      if (!work) throw new Error(`No part of this Carrel does the task ${task}`);
      await work(JSON.parse(ciphers.decrypt(contextOf(id), payload)), id);
      await deleteJob(sql, id);
    } catch (error) {
      onError(error);
      const again = clock.now().getTime() + retryAfter(attempts) * 1_000;
      await postponeJob(sql, id, new Date(again));
    }
  }

  return {
    does: (task, work) =>
      void works.set(task.name, (payload, jobId) => work(task.payload.parse(payload), jobId)),
    async runDue() {
      for (let done = 0; done < JOBS_A_ROUND && !stopped; done += 1) {
        const now = clock.now();
        const job = await takeDueJob(sql, now, new Date(now.getTime() + TRY_MS));
        if (!job) return;
        await tryJob(job);
      }
    },
    stop() {
      stopped = true;
    },
    async dropExpired() {
      for (const task of await deleteExpiredJobs(sql, clock.now())) {
        onError(new Error(`A job was given up, since nobody needs it any more: ${task}`));
      }
    },
  };
}
