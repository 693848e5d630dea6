export { routeTranscripts } from './routes.ts';
