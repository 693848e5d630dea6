import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EmbeddedDatabase } from '../../server/platform/database/embedded/index.ts';
import { runServer, THROWAWAY } from '../../server/platform/database/embedded/index.ts';

const MEMORY = '/dev/shm';
const PREFIX = 'carrel-scratch-';

/**
 * Starts a PostgreSQL whose data lies in memory where the system offers that, is
 * never written through, and is gone with `stop()`.
 */
export async function startScratch(): Promise<EmbeddedDatabase> {
  const parent = existsSync(MEMORY) ? MEMORY : tmpdir();
  removeAbandoned(parent);
  const dataFolder = mkdtempSync(path.join(parent, `${PREFIX}${process.pid}-`));
  const silent = { info: () => undefined, warn: () => undefined };
  const database = await runServer({
    dataFolder,
    settings: THROWAWAY,
    durable: false,
    log: silent,
  });
  return {
    ...database,
    get pid() {
      return database.pid;
    },
    async stop() {
      await database.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A killed test run leaves its folder, which in memory is dear. Its name holds the run's process. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(PREFIX)
      ? Number.parseInt(name.slice(PREFIX.length), 10)
      : Number.NaN;
    if (Number.isInteger(pid) && !isAlive(pid))
      rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
