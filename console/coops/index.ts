export { coopKey } from './queries.ts';
export { useCoop } from './use-coop.ts';
