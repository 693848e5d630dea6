export {
  type Decision,
  decide,
  isQueueOnline,
  restartStep,
  type Step,
  stepsReached,
} from './decide.ts';
export { readNetwork } from './read-network.ts';
export { chainOf, type Network } from './resolve-chain.ts';
export { routeAvailability } from './routes.ts';
