import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** A living process of PostgreSQL: the server itself, or one of its children. */
export type PostgresProcess = { pid: number; isServer: boolean };

/**
 * Lists PostgreSQL's living processes on a data folder, zombies left out.
 *
 * Each works in its data folder, so the working folder tells what a process number
 * in a file can't: the number may be used by somebody else by now.
 */
export function processesOn(postgresFolder: string): PostgresProcess[] {
  if (process.platform !== 'linux') return serversByCommand(postgresFolder);
  const data = statSync(postgresFolder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && worksIn(name, data))
    .flatMap((name) => describe(Number(name)));
}

function worksIn(pid: string, folder: { dev: number; ino: number }): boolean {
  try {
    const { dev, ino } = statSync(`/proc/${pid}/cwd`);
    return dev === folder.dev && ino === folder.ino;
  } catch {
    // Gone, a zombie, or another account's.
    return false;
  }
}

function describe(pid: number): PostgresProcess[] {
  try {
    const [program = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    // A child writes what it does over its command line: "postgres: checkpointer".
    if (program.startsWith('postgres: ')) return [{ pid, isServer: false }];
    return path.basename(program) === 'postgres' ? [{ pid, isServer: true }] : [];
  } catch {
    return [];
  }
}

/** Where there is no /proc, only the server itself bears the folder in its command. */
function serversByCommand(postgresFolder: string): PostgresProcess[] {
  return execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`/postgres -D ${postgresFolder} `))
    .map((line) => ({ pid: Number.parseInt(line, 10), isServer: true }));
}
