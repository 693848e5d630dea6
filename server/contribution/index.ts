export { routeContribution } from './routes.ts';
