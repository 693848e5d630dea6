// Carrel in a process of its own, with the one difference that a connection may say more than people do.
import { type Carrel, startCarrel } from '../../server/carrel.ts';
import { readConfig } from '../../server/platform/config.ts';
import { createLog } from '../../server/platform/log.ts';
import { obey } from './obey.ts';

/** 100 clients say what otherwise some tens of thousands do. */
const UNLIMITED = { perSecond: 1_000_000, burst: 1_000_000 };

/** Bytes of memory that the process occupies. */
export interface Memory {
  readonly asItStands: number;
  /** After a full collection that gives free pages back; needs `--expose-gc`. */
  readonly kept: number;
}

export interface CarrelOrders {
  start(details: null): Promise<void>;
  readMemory(details: null): Promise<Memory>;
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
    const asItStands = process.memoryUsage.rss();
    // Any lesser collection frees the objects and keeps their pages, for the next rush.
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    return { asItStands, kept: process.memoryUsage.rss() };
  },
  async stop() {
    await carrel?.stop();
  },
});
