import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../start-error.ts';
import type { PostgresProcess } from './processes.ts';
import { processesOn } from './processes.ts';
import { SOCKET_NAME } from './socket-folder.ts';
import type { EmbeddedLog } from './types.ts';

const POLL_MS = 10;

/** What to send to whom, and how long it may take to heed it: each step is harsher than the last. */
const STEPS: { signal: NodeJS.Signals; to: (found: PostgresProcess) => boolean; waitMs: number }[] =
  [
    { signal: 'SIGINT', to: (found) => found.isServer, waitMs: 20_000 },
    { signal: 'SIGQUIT', to: () => true, waitMs: 5_000 },
    { signal: 'SIGKILL', to: () => true, waitMs: 5_000 },
  ];

/**
 * Ends what an earlier PostgreSQL left on the data folder, then removes its
 * `postmaster.pid` and the lock of its socket: one that is empty, or whose number
 * now belongs to another process or to a zombie that nobody buries, would keep
 * PostgreSQL from starting.
 *
 * The files go last. As long as the first lies there PostgreSQL itself refuses to start
 * beside the children of a killed server, which may still write.
 * The caller holds the data folder's lock, so whatever runs here is an orphan.
 */
export async function clearLeftovers(
  postgresFolder: string,
  socketFolder: string,
  log: EmbeddedLog,
): Promise<void> {
  const orphans = processesOn(postgresFolder);
  if (orphans.length > 0) {
    log.warn(
      { processes: orphans.map((orphan) => orphan.pid) },
      'Ending the PostgreSQL that an earlier run left',
    );
    await end(postgresFolder);
  }
  await rm(path.join(postgresFolder, 'postmaster.pid'), { force: true });
  await rm(path.join(socketFolder, `${SOCKET_NAME}.lock`), { force: true });
}

async function end(postgresFolder: string): Promise<void> {
  for (const { signal, to, waitMs } of STEPS) {
    for (const found of processesOn(postgresFolder).filter(to)) send(signal, found.pid);
    if (await allGone(postgresFolder, waitMs)) return;
  }
  const [stuck] = processesOn(postgresFolder);
  throw new StartError(
    `An earlier PostgreSQL (process ${stuck?.pid}) still uses ${postgresFolder} and does not end.`,
  );
}

async function allGone(postgresFolder: string, waitMs: number): Promise<boolean> {
  for (
    const started = performance.now();
    performance.now() - started < waitMs;
    await sleep(POLL_MS)
  ) {
    const found = processesOn(postgresFolder);
    if (found.length === 0) return true;
  }
  return false;
}

function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}
