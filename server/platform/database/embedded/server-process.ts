import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../start-error.ts';
import type { ServerAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { dataPathFor, launch } from './run-program.ts';
import type { Settings } from './settings.ts';
import { asArguments } from './settings.ts';
import type { EmbeddedLog, ServerExit } from './types.ts';

export type ServerPlace = {
  binaries: Binaries;
  account: ServerAccount;
  postgresFolder: string;
  settings: Settings;
  logFile: string;
};

/** A server that accepts connections. */
export type ServerProcess = {
  pid: number;
  exited: Promise<ServerExit>;
  /** Disconnects everybody, writes all out, and ends. */
  stop(): Promise<void>;
};

const POLL_MS = 5;
const SAY_SLOW_AFTER_MS = 5_000;
const STOP_WITHIN_MS = 60_000;
const LARGEST_LOG_BYTES = 1_000_000;

/** Starts PostgreSQL and waits until it accepts connections, however long its recovery takes. */
export async function startServer(place: ServerPlace, log: EmbeddedLog): Promise<ServerProcess> {
  keepLogSmall(place.logFile);
  const logStart = statSync(place.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const child = spawnServer(place);
  const exited = exitOf(child);
  if (!(await isReady(child, place, exited, log))) {
    throw new StartError(
      `PostgreSQL did not start: ${complaint(place.logFile, logStart)} (see ${place.logFile})`,
    );
  }
  return { pid: child.pid as number, exited, stop: () => stopServer(child, exited) };
}

function spawnServer({
  binaries,
  account,
  postgresFolder,
  settings,
  logFile,
}: ServerPlace): ChildProcess {
  const program = path.join(binaries.folder, 'bin', 'postgres');
  const args = ['-D', dataPathFor(account, postgresFolder), ...asArguments(settings)];
  const { command, args: all, options } = launch(program, args, account, postgresFolder);
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(command, all, { ...options, stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
}

function exitOf(child: ChildProcess): Promise<ServerExit> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
}

async function isReady(
  child: ChildProcess,
  { postgresFolder }: ServerPlace,
  exited: Promise<ServerExit>,
  log: EmbeddedLog,
): Promise<boolean> {
  let hasEnded = false;
  void exited.then(() => {
    hasEnded = true;
  });
  const slow = setTimeout(
    () => log.info({ pid: child.pid }, 'PostgreSQL is still recovering what was cut off'),
    SAY_SLOW_AFTER_MS,
  );
  try {
    while (!hasEnded) {
      if (saysReady(postgresFolder, child.pid)) return true;
      await sleep(POLL_MS);
    }
    return false;
  } finally {
    clearTimeout(slow);
  }
}

/** PostgreSQL writes its number in the first line of this file, and its state in the eighth. */
function saysReady(postgresFolder: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(path.join(postgresFolder, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function stopServer(child: ChildProcess, exited: Promise<ServerExit>): Promise<void> {
  child.kill('SIGINT');
  const deadline = setTimeout(() => child.kill('SIGQUIT'), STOP_WITHIN_MS);
  await exited;
  clearTimeout(deadline);
}

function complaint(logFile: string, from: number): string {
  const lines = readFileSync(logFile).subarray(from).toString('utf8').trim().split('\n');
  const line = lines.find((each) => /FATAL|PANIC|error/.test(each)) ?? lines.at(-1) ?? '';
  return line.replace(/^.*?(FATAL|PANIC): +/, '');
}

function keepLogSmall(logFile: string): void {
  const found = statSync(logFile, { throwIfNoEntry: false });
  if (found && found.size > LARGEST_LOG_BYTES) renameSync(logFile, `${logFile}.1`);
}
