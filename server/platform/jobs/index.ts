export { addJob, type JobParts } from './add-job.ts';
export { type JobWorker, jobWorker } from './job-worker.ts';
export type { Task } from './task.ts';
