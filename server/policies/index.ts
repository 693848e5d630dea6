export { routePolicies } from './routes.ts';
