export { type Decision, decide, restartStep, type Step } from './decide.ts';
export { resolveChain } from './resolve-chain.ts';
export { routeAvailability } from './routes.ts';
