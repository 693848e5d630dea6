import type pg from 'pg';
import type { Config } from '../config.ts';
import { makeDataFolder } from '../data-folder.ts';
import type { Log } from '../log.ts';
import { startEmbedded } from './embedded/index.ts';

export interface ProvidedDatabase {
  readonly connection: pg.PoolConfig;
  stopDatabase(): Promise<void>;
}

/** The database that the settings name, or Carrel's own, started. @throws StartError */
export async function provideDatabase(
  config: Config,
  log: Log,
  onDatabaseLost: (error: Error) => void,
): Promise<ProvidedDatabase> {
  if (config.databaseUrl !== null) {
    makeDataFolder(config.dataFolder);
    return { connection: { connectionString: config.databaseUrl }, stopDatabase: leaveRunning };
  }
  const embedded = await startEmbedded({ dataFolder: config.dataFolder, log });
  embedded.onFailure(onDatabaseLost);
  return { connection: embedded.connection, stopDatabase: () => embedded.stop() };
}

/** A database of one's own was there before Carrel and stays after it. */
async function leaveRunning(): Promise<void> {
  return;
}
