export { routeQueues } from './routes.ts';
export {
  coopChatQueues,
  existingQueues,
  insertAssignment,
  insertQueue,
  type StaffedQueue,
  saveOptIn,
  staffedQueues,
} from './store.ts';
