export { routeAssignments } from './routes.ts';
