import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';

const SYSTEM_FOLDER = '/var/lib/carrel';

/**
 * Copies PostgreSQL to where an account without rights can run it, and where only
 * root can change it. The clone often lies in a home directory of mode 0700, below
 * which no other account may start a program.
 */
export async function copyBinaries(binaries: Binaries): Promise<Binaries> {
  const folder = path.join(SYSTEM_FOLDER, `postgres-${binaries.build}`);
  const copy = { ...binaries, folder };
  if (existsSync(folder)) return copy;

  await mkdir(SYSTEM_FOLDER, { recursive: true });
  await chmod(SYSTEM_FOLDER, 0o755);
  const unfinished = await mkdtemp(path.join(SYSTEM_FOLDER, '.unfinished-'));
  try {
    await cp(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await openToAll(unfinished);
    await writeThrough(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another Carrel may have finished the same copy meanwhile: then theirs is good.
    if (!existsSync(folder)) throw error;
  }
  return copy;
}

/** npm run under a strict umask leaves files that only root can read. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { mode } = await lstat(file);
    await chmod(file, entry.isDirectory() || mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Without this a power cut after the rename could leave empty programs under the final name. */
async function writeThrough(folder: string): Promise<void> {
  await promisify(execFile)('sync', ['--file-system', folder]);
}
