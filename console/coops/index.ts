export { COOPS_KEY, coopKey, coopQuery, coopsQuery, levelsQuery } from './queries.ts';
export { useCoop } from './use-coop.ts';
