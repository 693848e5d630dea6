export { routeAccountSecurity } from './admin-routes.ts';
export { tellOldRefusals } from './refused-sign-ins.ts';
export { routeSessions } from './routes.ts';
