export { deleteStaleAssignments, findVisibleQueue } from './administration-store.ts';
export { noSuchQueue } from './read-queue.ts';
export { routeQueues } from './routes.ts';
export {
  deleteCoopQueues,
  existingQueues,
  insertAssignment,
  insertQueue,
  listCoopQueues,
  type StaffedQueue,
  saveOptIn,
  staffedQueues,
} from './store.ts';
export { refuseUnlessEditor } from './who-may.ts';
