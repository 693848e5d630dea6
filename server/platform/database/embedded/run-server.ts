import { mkdirSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { DATABASE_USER, writeAccessRules } from './access.ts';
import { chooseAccount } from './account.ts';
import { locateBinaries } from './binaries.ts';
import { copyBinaries } from './binaries-copy.ts';
import { initialise, isInitialised } from './initialise.ts';
import { keepRunning } from './keep-running.ts';
import { clearLeftovers } from './leftovers.ts';
import { startServer } from './server-process.ts';
import type { Settings } from './settings.ts';
import { commonSettings } from './settings.ts';
import { makeSocketFolder } from './socket-folder.ts';
import type { EmbeddedDatabase, EmbeddedLog } from './types.ts';

/** A full disk or a slow one may need a while; a broken installation does not get better. */
const PAUSES_MS = [0, 200, 1_000, 5_000, 10_000];

export type ServerOptions = {
  /** Holds `postgres/`, the data, and `postgres.log`. Made if missing. */
  dataFolder: string;
  settings: Settings;
  /** Whether the first set-up waits for the disk. */
  durable: boolean;
  log: EmbeddedLog;
};

/**
 * Sets PostgreSQL up in a data folder if need be, starts it, and keeps it running.
 * The caller sees to it that only one process does this on a folder.
 */
export async function runServer({
  dataFolder,
  settings,
  durable,
  log,
}: ServerOptions): Promise<EmbeddedDatabase> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const home = realpathSync(dataFolder);
  const postgresFolder = path.join(home, 'postgres');

  const installed = locateBinaries();
  const account = await chooseAccount(postgresFolder);
  const binaries = account.isOurs ? installed : await copyBinaries(installed);
  if (!isInitialised(postgresFolder, binaries)) {
    log.info({ folder: postgresFolder }, 'Making the database (first time)');
    await initialise({ binaries, account, postgresFolder, durable });
  }
  const socketFolder = makeSocketFolder(home, account);
  const place = {
    binaries,
    account,
    postgresFolder,
    settings: { ...settings, ...commonSettings(socketFolder) },
    logFile: path.join(home, 'postgres.log'),
  };

  const running = await keepRunning({
    async start() {
      await clearLeftovers(postgresFolder, socketFolder, log);
      writeAccessRules(postgresFolder);
      return startServer(place, log);
    },
    pausesMs: PAUSES_MS,
    log,
  });

  return {
    connection: { host: socketFolder, user: DATABASE_USER, database: DATABASE_USER },
    version: binaries.version,
    get pid() {
      return running.pid();
    },
    onExit: running.onExit,
    onFailure: running.onFailure,
    async stop() {
      await running.stop();
      await rm(socketFolder, { recursive: true, force: true });
    },
  };
}
