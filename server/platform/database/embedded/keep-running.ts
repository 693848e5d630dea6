import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../start-error.ts';
import type { ServerProcess } from './server-process.ts';
import type { EmbeddedLog, ServerExit } from './types.ts';

/** A server that is started again whenever it ends unasked. */
export type RunningServer = {
  pid(): number;
  onExit(listener: (exit: ServerExit) => void): void;
  onFailure(listener: (error: Error) => void): void;
  stop(): Promise<void>;
};

export type Upkeep = {
  start(): Promise<ServerProcess>;
  /**
   * Milliseconds before the first, second, … attempt in a row. After the last, giving
   * up is the honest answer.
   */
  pausesMs: readonly number[];
  log: EmbeddedLog;
};

/** A server that ran this long was well: its ending is a new story. */
const WELL_AFTER_MS = 60_000;

/**
 * Starts a server and starts it again whenever it ends unasked: PostgreSQL then
 * recovers all that was committed, and the pool connects anew.
 */
export async function keepRunning({ start, pausesMs, log }: Upkeep): Promise<RunningServer> {
  const exitListeners: ((exit: ServerExit) => void)[] = [];
  const failureListeners: ((error: Error) => void)[] = [];
  const stopping = new AbortController();
  let server = await start();
  const watching = watch();

  async function watch(): Promise<void> {
    let attempts = 0;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      const exit = await server.exited;
      if (stopping.signal.aborted) return;
      log.warn({ pid: server.pid, ...exit }, 'PostgreSQL ended unasked and is started again');
      for (const listener of exitListeners) listener(exit);
      if (performance.now() - startedAt > WELL_AFTER_MS) attempts = 0;
      attempts = await startAgain(attempts);
    }
  }

  /** @returns how many attempts in a row it took, those before included */
  async function startAgain(attempts: number): Promise<number> {
    let problem: unknown = new StartError('PostgreSQL ends again and again.');
    for (const [index, pause] of pausesMs.slice(attempts).entries()) {
      try {
        await sleep(pause, undefined, { signal: stopping.signal });
        server = await start();
        if (stopping.signal.aborted) await server.stop();
        else log.info({ pid: server.pid }, 'PostgreSQL is back');
        return attempts + index + 1;
      } catch (error) {
        if (stopping.signal.aborted) return attempts;
        problem = error;
      }
    }
    stopping.abort();
    for (const listener of failureListeners) listener(problem as Error);
    return attempts;
  }

  return {
    pid: () => server.pid,
    onExit: (listener) => void exitListeners.push(listener),
    onFailure: (listener) => void failureListeners.push(listener),
    async stop() {
      stopping.abort();
      await server.stop();
      await watching;
    },
  };
}
