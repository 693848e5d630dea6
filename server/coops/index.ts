export { holdCoop } from './hold-coop.ts';
export {
  addsWithin,
  mayEditMember,
  mayGiveLevel,
  maySeeAccounts,
  type Standing,
} from './levels.ts';
export { changeLevel, giveLevels, listMembershipsOf, takeLevels } from './memberships.ts';
export { routeCoops } from './routes.ts';
export { coopReach, readStanding } from './standing.ts';
