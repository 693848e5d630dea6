export { presentAccount } from './account.ts';
export { authenticateStaff } from './authenticate.ts';
export { beginSession, SESSION_HOURS, type SignedIn } from './begin-session.ts';
export { hashPassword, verifyPassword } from './passwords.ts';
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
  mayCreateAccount,
  mayGiveRole,
  mayOnAccount,
  refuseUnlessMay,
  rightsOnAccount,
} from './who-may.ts';
