export { hasWords } from './has-words.ts';
export { ASSIGNMENTS_KEY, matrixQuery } from './queries.ts';
