export { routeAccountSecurity } from './admin-routes.ts';
export { routeSessions } from './routes.ts';
