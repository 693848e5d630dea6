export { routeCanned } from './routes.ts';
export { deletePoolsBefore, insertPool, type NewPool } from './store.ts';
