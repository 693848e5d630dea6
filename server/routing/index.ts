export { type Decision, decide, restartStep } from './decide.ts';
export { resolveChain } from './resolve-chain.ts';
export { routeAvailability } from './routes.ts';
