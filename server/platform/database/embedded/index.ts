import path from 'node:path';
import { makeDataFolder, unusableDataFolder } from '../../data-folder.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { runServer } from './run-server.ts';
import { DURABLE } from './settings.ts';
import type { EmbeddedDatabase, EmbeddedLog } from './types.ts';

export { runServer } from './run-server.ts';
export { THROWAWAY } from './settings.ts';
export type { EmbeddedConnection, EmbeddedDatabase, EmbeddedLog } from './types.ts';

/**
 * Starts Carrel's own PostgreSQL on a data folder: makes it the first time, takes
 * over what a killed run left, and starts it again should it be killed.
 *
 * @param options.dataFolder made if missing; `postgres/` in it holds the data
 * @throws StartError with one sentence for the person at the terminal
 */
export async function startEmbedded(options: {
  dataFolder: string;
  log: EmbeddedLog;
}): Promise<EmbeddedDatabase> {
  const dataFolder = path.resolve(options.dataFolder);
  makeDataFolder(dataFolder);
  const lock = await lockDataFolder(dataFolder);
  try {
    const database = await runServer({
      dataFolder,
      settings: DURABLE,
      durable: true,
      log: options.log,
    });
    return {
      ...database,
      get pid() {
        return database.pid;
      },
      async stop() {
        await database.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw unusableDataFolder(error, dataFolder);
  }
}
