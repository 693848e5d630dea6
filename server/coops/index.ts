export { holdCoop } from './hold-coop.ts';
export {
  addsWithin,
  mayEditMember,
  mayGiveLevel,
  maySeeAccounts,
  reachOf,
  type Standing,
} from './levels.ts';
export { changeLevel, giveLevels, listMembershipsOf, takeLevels } from './memberships.ts';
export { routeCoops } from './routes.ts';
export { type CoopReach, coopReach, findStanding, readStanding } from './standing.ts';
