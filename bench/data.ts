import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../server/platform/clock.ts';
import { startEmbedded } from '../server/platform/database/embedded/index.ts';
import { migrate, openDatabase } from '../server/platform/database/index.ts';
import { inProcessBus } from '../server/platform/events/bus.ts';
import { installationKey } from '../server/platform/installation-key.ts';
import type { Parts } from '../server/platform/parts.ts';
import { type Tokens, tokensOf } from '../server/platform/secrets.ts';

/** On the disk of the clone: a temporary folder may lie in memory, where a commit costs nothing. */
const FOLDER = join(import.meta.dirname, '.data');
const CONNECTIONS = 10;

/** Path of a data folder of this run. */
export function dataFolder(name: string): string {
  const folder = join(FOLDER, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export function removeData(): void {
  if (existsSync(FOLDER)) rmSync(FOLDER, { recursive: true, force: true });
}

/** Works on a data folder that no Carrel runs on at the moment, with the database that it will have. */
export async function withDatabase<Result>(
  folder: string,
  work: (parts: Parts & { readonly tokens: Tokens }) => Promise<Result>,
): Promise<Result> {
  const log = { info: () => undefined, warn: () => undefined };
  const embedded = await startEmbedded({ dataFolder: folder, log });
  try {
    await migrate(embedded.connection);
    const database = openDatabase(embedded.connection, {
      connections: CONNECTIONS,
      // A query tells its own errors; what remains are connections that say goodbye while PostgreSQL stops.
      onError: () => undefined,
    });
    const key = await installationKey(database.sql, {
      dataFolder: folder,
      key: null,
      acceptedKey: null,
      findSealed: async () => [],
      log,
    });
    const tokens = tokensOf(key);
    const parts = { database, clock: systemClock, bus: inProcessBus(raise), tokens };
    try {
      return await work(parts);
    } finally {
      await database.close();
    }
  } finally {
    await embedded.stop();
  }
}

function raise(error: unknown): never {
  throw error;
}
