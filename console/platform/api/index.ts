export { call } from './call.ts';
export { ApiProblem, isProblem, NetworkProblem } from './problems.ts';
export { listenToSessionEnd, queryClient, tellSessionEnded } from './query-client.ts';
export { useReachable } from './reachability.ts';
