import { chownSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../../start-error.ts';
import type { ServerAccount } from './account.ts';

/** Bytes in a socket's whole path: 107 on Linux, 103 on a Mac. */
const LONGEST_SOCKET_PATH = 103;
/** PostgreSQL derives it from its port, and its lock file's name from it. */
export const SOCKET_NAME = '.s.PGSQL.5432';

/**
 * Makes the private folder of PostgreSQL's socket: in the data folder, or, where
 * that path is too long or lies where the server's account can't reach it, in one
 * of the system's folders for such things. Mode 0700, the server's own.
 */
export function makeSocketFolder(dataFolder: string, account: ServerAccount): string {
  const { dev, ino } = statSync(dataFolder);
  const name = `carrel-${dev}-${ino}`;
  const folder = account.isOurs
    ? firstShortEnough([
        path.join(dataFolder, 'socket'),
        path.join(process.env.XDG_RUNTIME_DIR || '/nonexistent', name),
        path.join('/tmp', `${name}-${account.uid}`),
      ])
    : path.join('/run', name);
  makePrivate(folder, account);
  return folder;
}

function firstShortEnough(folders: string[]): string {
  const fits = (folder: string) =>
    Buffer.byteLength(path.join(folder, SOCKET_NAME)) <= LONGEST_SOCKET_PATH;
  return folders.find((folder) => fits(folder) && canHold(folder)) ?? (folders.at(-1) as string);
}

function canHold(folder: string): boolean {
  return statSync(path.dirname(folder), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function makePrivate(folder: string, account: ServerAccount): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
    if (!account.isOurs) chownSync(folder, account.uid, account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // In /tmp somebody else may have made it first, to listen in our place.
  const found = lstatSync(folder);
  if (found.isDirectory() && found.uid === account.uid && (found.mode & 0o077) === 0) return;
  throw new StartError(
    `The folder ${folder} for PostgreSQL's socket is not private to the account ${account.name}.`,
  );
}
