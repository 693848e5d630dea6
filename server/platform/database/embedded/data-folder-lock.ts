import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { StartError } from '../../start-error.ts';

export type DataFolderLock = { release(): Promise<void> };

const ANSWER_WITHIN_MS = 1_000;

/**
 * Makes this process the only Carrel on a data folder, or throws a StartError that
 * names the other one.
 *
 * On Linux the lock is a listening socket with an abstract name: taken atomically,
 * gone with its process however that ends, and able to tell whose it is. It is
 * named by device and inode, so two paths to one folder are one lock.
 */
export async function lockDataFolder(dataFolder: string): Promise<DataFolderLock> {
  if (process.platform !== 'linux') return lockByFile(dataFolder);
  const { dev, ino } = statSync(dataFolder);
  const name = `\0carrel-${dev}-${ino}`;
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(String(process.pid));
  });
  if (!(await listen(server, name))) throw inUse(dataFolder, await askHolder(name));
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function listen(server: Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(true));
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(name);
  });
}

function askHolder(name: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(name);
    socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy());
    socket.on('data', (bytes) => {
      answer += String(bytes);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(answer));
  });
}

function inUse(dataFolder: string, holder: string): StartError {
  const who = /^\d+$/.test(holder) ? ` (process ${holder})` : '';
  return new StartError(`Another Carrel is already using the data folder ${dataFolder}${who}.`);
}

/** Where sockets have no abstract names: a file that holds the owner's process number. */
function lockByFile(dataFolder: string): DataFolderLock {
  const file = path.join(dataFolder, 'carrel.lock');
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return { release: async () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readFileSync(file, 'utf8');
    if (isAlive(Number(holder))) throw inUse(dataFolder, holder);
    rmSync(file, { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
