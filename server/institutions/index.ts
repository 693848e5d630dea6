export { isOpen, nextChange } from './opening-hours.ts';
export { refuseUnlessInstitution } from './refuse-unless-institution.ts';
export { routeInstitutions } from './routes.ts';
export { findInstitution, insertInstitution, saveSecondFactorRequired } from './store.ts';
