import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../../start-error.ts';
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
  makeFolder(dataFolder);
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
    throw asStartError(error, dataFolder);
  }
}

function makeFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw asStartError(error, dataFolder);
  }
}

/** What the file system refuses is for the person at the terminal, too. */
function asStartError(error: unknown, dataFolder: string): unknown {
  if (!(error instanceof Error) || error instanceof StartError || !('syscall' in error))
    return error;
  return new StartError(
    `The data folder ${dataFolder} can't be used (${error.message}). Choose another one with CARREL_DATA.`,
    {
      cause: error,
    },
  );
}
