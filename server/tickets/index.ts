export { routeTickets } from './routes.ts';
