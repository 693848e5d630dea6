export { hashPassword } from '../passwords/index.ts';
export { presentAccount } from './account.ts';
export { authenticateStaff } from './authenticate.ts';
export { beginSession, SESSION_HOURS, type SignedIn } from './begin-session.ts';
export {
  deleteExpiredSessions,
  expiredBetween,
  findActorBySession,
  findCredentials,
  hasSecondFactor,
  insertAccount,
  touchSessions,
} from './store.ts';
export {
  type AccountAction,
  type ActedOn,
  type Acting,
  managesInstitution,
  mayGiveRole,
  mayOnAccount,
  refuseUnlessMay,
  rightsOnAccount,
} from './who-may.ts';
