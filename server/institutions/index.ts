export { routeInstitutions } from './routes.ts';
export { insertInstitution } from './store.ts';
