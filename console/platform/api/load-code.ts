import { NetworkProblem } from './problems.ts';
import { tellReachable } from './reachability.ts';

/**
 * Loads a part of the console. When that fails and the server answers, a newer version has taken the
 * part away, and the router's remedy is right: it reloads the page, once. When nobody answers, a reload
 * would put the browser's error in place of all that is on the screen: then it is a `NetworkProblem`,
 * which heals by itself.
 */
export async function loadCode<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const answer = await fetch('/health/live').catch(() => null);
    if (answer?.ok) throw error;
    tellReachable(false);
    throw new NetworkProblem('a part of the console could not be loaded', { cause: error });
  }
}
