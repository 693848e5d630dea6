export { routeDemo } from './routes.ts';
export { seedDemo } from './seed-demo.ts';
