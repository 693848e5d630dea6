export { call } from './call.ts';
export { loadCode } from './load-code.ts';
export { ApiProblem, isProblem, NetworkProblem } from './problems.ts';
export {
  listenToLostRights,
  listenToSessionEnd,
  queryClient,
  tellLostRights,
  tellSessionEnded,
} from './query-client.ts';
export { useReachable } from './reachability.ts';
export { sendFile } from './send-file.ts';
