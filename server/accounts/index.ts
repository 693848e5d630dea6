export { managesInstitution, presentAccount } from './account.ts';
export { authenticateStaff } from './authenticate.ts';
export { hashPassword } from './passwords.ts';
export { routeSession } from './routes.ts';
export { beginSession, SESSION_HOURS } from './sign-in.ts';
export {
  deleteExpiredSessions,
  expiredBetween,
  findActorBySession,
  insertAccount,
} from './store.ts';
