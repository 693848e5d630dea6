export { DEMO_PASSWORD, DEMO_USERNAME } from './libraries.ts';
export { routeDemo } from './routes.ts';
export { seedDemo } from './seed-demo.ts';
