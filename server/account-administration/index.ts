export { tellTakenUsername } from './account-problems.ts';
export { readAssignments } from './assignments/index.ts';
export { changeMany } from './change-many-accounts.ts';
export { changeWithin } from './change-within.ts';
export { refuseUnlessMayCreate } from './create-account.ts';
export { createWithin } from './create-within.ts';
export { purgeAccounts } from './purge-accounts.ts';
export { routeAccountAdministration } from './routes.ts';
