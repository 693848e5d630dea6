export { reachOf } from './levels.ts';
export { type CoopReach, coopReach, findStanding, readStanding } from './standing.ts';
