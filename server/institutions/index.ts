export { refuseUnlessInstitution } from './refuse-unless-institution.ts';
export { routeInstitutions } from './routes.ts';
export { findInstitution, insertInstitution, saveSecondFactorRequired } from './store.ts';
