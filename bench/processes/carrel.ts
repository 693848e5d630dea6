// Carrel in a process of its own, with the one difference that a connection may say more than people do.
import { type Carrel, startCarrel } from '../../server/carrel.ts';
import { readConfig } from '../../server/platform/config.ts';
import { createLog } from '../../server/platform/log.ts';
import { obey } from './obey.ts';

/** 100 clients say what otherwise some tens of thousands do. */
const UNLIMITED = { perSecond: 1_000_000, burst: 1_000_000 };

export interface CarrelOrders {
  start(details: null): Promise<void>;
  /** Bytes of memory that the process occupies, after a full collection where `--expose-gc` allows it. */
  readMemory(details: null): Promise<number>;
  stop(details: null): Promise<void>;
}

let carrel: Carrel | undefined;

obey<CarrelOrders>({
  async start() {
    const config = readConfig(process.env, []);
    const log = createLog(config.logLevel);
    carrel = await startCarrel(config, {
      log,
      version: 'bench',
      frameRate: UNLIMITED,
      onDatabaseLost(error) {
        throw error;
      },
    });
  },
  async readMemory() {
    // Twice: what the first collection finalises, the second frees.
    await globalThis.gc?.({ type: 'major', execution: 'async' });
    await globalThis.gc?.({ type: 'major', execution: 'async' });
    return process.memoryUsage.rss();
  },
  async stop() {
    await carrel?.stop();
  },
});
