export { routeAccountFiles } from './routes.ts';
