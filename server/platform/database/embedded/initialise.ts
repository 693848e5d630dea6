import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { StartError } from '../../start-error.ts';
import { DATABASE_USER } from './access.ts';
import type { ServerAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { dataPathFor, launch } from './run-program.ts';

export type NewCluster = {
  binaries: Binaries;
  account: ServerAccount;
  postgresFolder: string;
  /** False for data that need not survive a power cut. */
  durable: boolean;
};

const UNFINISHED = '.unfinished-';

/** UTF-8 whatever the machine's language: without these a machine without LANG gets SQL_ASCII. */
const LANGUAGE = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];

/**
 * Makes the data folder and an empty database in it, under another name which is
 * changed at the end: what a power cut interrupted is thrown away and made again.
 */
export async function initialise(cluster: NewCluster): Promise<void> {
  const { account, postgresFolder, durable } = cluster;
  removeUnfinished(postgresFolder);
  // A new name each time: an interrupted initdb may still be tidying up its own folder.
  const unfinished = mkdtempSync(`${postgresFolder}${UNFINISHED}`);
  if (!account.isOurs) chownSync(unfinished, account.uid, account.gid);

  const data = dataPathFor(account, unfinished);
  const access = [`--username=${DATABASE_USER}`, '--auth-local=peer', '--auth-host=reject'];
  const sync = durable ? [] : ['--no-sync'];
  await runToEnd(cluster, unfinished, 'initdb', [
    '-D',
    data,
    ...LANGUAGE,
    ...access,
    ...sync,
    '--no-instructions',
  ]);
  const single = ['--single', '-D', data, ...(durable ? [] : ['-F']), 'postgres'];
  await runToEnd(cluster, unfinished, 'postgres', single, `CREATE DATABASE ${DATABASE_USER}`);

  renameSync(unfinished, postgresFolder);
  if (durable) await writeThrough(path.dirname(postgresFolder));
}

function removeUnfinished(postgresFolder: string): void {
  const parent = path.dirname(postgresFolder);
  const prefix = path.basename(postgresFolder) + UNFINISHED;
  for (const name of readdirSync(parent).filter((each) => each.startsWith(prefix)))
    rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 10 });
}

/** Whether there is data already. Throws a StartError where it is not of this version of PostgreSQL. */
export function isInitialised(postgresFolder: string, binaries: Binaries): boolean {
  if (!existsSync(postgresFolder)) return false;
  const [ours] = binaries.version.split('.');
  const found = readVersion(postgresFolder);
  if (found === ours) return true;
  throw new StartError(
    `${postgresFolder} was written by PostgreSQL ${found}, and this Carrel brings PostgreSQL ${ours}: dump it with the Carrel that wrote it, and load the dump into a new data folder.`,
  );
}

function readVersion(postgresFolder: string): string {
  try {
    return readFileSync(path.join(postgresFolder, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    const denied = (error as NodeJS.ErrnoException).code === 'EACCES';
    throw new StartError(
      denied
        ? `${postgresFolder} belongs to another account. Start Carrel as the account that made it, or as root.`
        : `${postgresFolder} is there but holds no PostgreSQL data. Move it away, or choose another data folder with CARREL_DATA.`,
    );
  }
}

async function runToEnd(
  { binaries, account }: NewCluster,
  folder: string,
  program: string,
  args: string[],
  input = '',
): Promise<void> {
  const {
    command,
    args: all,
    options,
  } = launch(path.join(binaries.folder, 'bin', program), args, account, folder);
  const child = spawn(command, all, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  const [code, , problems] = await Promise.all([
    new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    }),
    text(child.stdout),
    text(child.stderr),
  ]);
  if (code === 0) return;
  throw new StartError(
    `PostgreSQL's data folder ${folder} can't be made (${program}): ${lastLine(problems)}`,
  );
}

function lastLine(output: string): string {
  const lines = output.trim().split('\n');
  return lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? '';
}

async function writeThrough(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}
