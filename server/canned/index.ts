export { routeCanned } from './routes.ts';
export { deletePoolsBefore, insertPool } from './store.ts';
