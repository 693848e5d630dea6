export { nameHours } from './name-hours.ts';
export { isOpen } from './opening-hours.ts';
export { refuseUnlessInstitution } from './refuse-unless-institution.ts';
export { routeInstitutions } from './routes.ts';
export { insertInstitution } from './store.ts';
