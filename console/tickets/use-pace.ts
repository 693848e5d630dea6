import { useConnectionState } from '../platform/connection/index.ts';

/** Milliseconds. The socket tells of everything; this is for a hint that was lost, or another process’s. */
const WITH_SOCKET = 20_000;
/** Admins without chat access have no socket. */
const WITHOUT = 10_000;

/** How often to ask for what may have moved by itself. */
export function usePace(): number {
  return useConnectionState(({ link }) => link) === 'open' ? WITH_SOCKET : WITHOUT;
}
