export { routeCoopAccounts } from './routes.ts';
