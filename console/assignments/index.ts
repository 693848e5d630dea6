export { ASSIGNMENTS_KEY, matrixQuery } from './queries.ts';
