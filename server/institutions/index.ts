export { refuseUnlessInstitution } from './refuse-unless-institution.ts';
export { routeInstitutions } from './routes.ts';
export { insertInstitution } from './store.ts';
