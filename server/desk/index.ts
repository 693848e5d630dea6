export { type LiveDesks, liveDesks } from './live-desks.ts';
export { routeDesk } from './routes.ts';
export { openToStaff } from './staff-door.ts';
