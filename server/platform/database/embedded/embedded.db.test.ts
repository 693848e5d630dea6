import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StartError } from '../../start-error.ts';
import { chooseAccount } from './account.ts';
import { locateBinaries } from './binaries.ts';
import { copyBinaries } from './binaries-copy.ts';
import { type EmbeddedConnection, type EmbeddedDatabase, startEmbedded } from './index.ts';
import { processesOn } from './processes.ts';
import { startServer } from './server-process.ts';
import { commonSettings } from './settings.ts';
import { makeSocketFolder } from './socket-folder.ts';

const log = { info: () => undefined, warn: () => undefined };
/** Each test writes 40 MB, which a disk is slow to take and slower to give back. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
let home: string;
let dataFolder: string;
let running: EmbeddedDatabase[] = [];

beforeEach(() => {
  home = mkdtempSync(path.join(MEMORY, 'carrel-embedded-'));
  dataFolder = path.join(home, 'data');
});

afterEach(async () => {
  for (const database of running) await database.stop();
  running = [];
  rmSync(home, { recursive: true });
});

describe('a new data folder', () => {
  it('holds a database in UTF-8 whatever the language of the machine, with no port, and waits for the disk', async () => {
    const { connection } = await start();

    const setting = (name: string) =>
      ask(connection, `SELECT current_setting('${name}') AS answer`);
    expect(await setting('server_encoding')).toBe('UTF8');
    expect(await ask(connection, "SELECT upper('été, ça où') AS answer")).toBe('ÉTÉ, ÇA OÙ');
    expect(await setting('listen_addresses')).toBe('');
    expect(await setting('fsync')).toBe('on');
    expect(await setting('synchronous_commit')).toBe('on');
  });

  it('may lie deeper than the path of a socket may be long', async () => {
    dataFolder = path.join(home, 'a-long-name'.repeat(10), 'data');

    const { connection } = await start();

    expect(await ask(connection, 'SELECT 1 AS answer')).toBe(1);
  });

  it('is made anew after the power was cut while it was made', async () => {
    const unfinished = path.join(dataFolder, 'postgres.unfinished-x1y2z3');
    mkdirSync(path.join(unfinished, 'base'), { recursive: true });
    writeFileSync(path.join(unfinished, 'PG_VERSION'), '18\n');

    const { connection } = await start();

    expect(await ask(connection, 'SELECT 1 AS answer')).toBe(1);
    expect(existsSync(unfinished)).toBe(false);
  });
});

describe('a data folder in use', () => {
  it('is refused to a second Carrel, which leaves the first one alone', async () => {
    const { connection, pid } = await start();

    await expect(start()).rejects.toThrow(
      `Another Carrel is already using the data folder ${dataFolder} (process ${process.pid}).`,
    );

    expect(processesOn(postgresFolder()).map((found) => found.pid)).toContain(pid);
    expect(await ask(connection, 'SELECT 1 AS answer')).toBe(1);
  });
});

describe('data that this PostgreSQL cannot read', () => {
  it.each([
    [
      'of an older version',
      '15\n',
      /was written by PostgreSQL 15, and this Carrel brings PostgreSQL 18/,
    ],
    ['that is something else', undefined, /holds no PostgreSQL data/],
  ])('%s is left as it is, with one clear line', async (_, version, message) => {
    mkdirSync(postgresFolder(), { recursive: true });
    if (version) writeFileSync(path.join(postgresFolder(), 'PG_VERSION'), version);

    const started = start();

    await expect(started).rejects.toThrow(StartError);
    await expect(started).rejects.toThrow(message);
  });
});

describe('what was committed', () => {
  it('is there after kill -9 of PostgreSQL, which comes back by itself', async () => {
    const database = await start();
    const { connection, pid } = database;
    const exit = new Promise((resolve) => database.onExit(resolve));
    await ask(connection, "CREATE TABLE kept AS SELECT 'a question' AS answer");

    process.kill(pid, 'SIGKILL');

    await expect(exit).resolves.toEqual({ code: null, signal: 'SIGKILL' });
    await vi.waitFor(() => expect(database.pid).not.toBe(pid), { timeout: 15_000 });
    expect(await ask(connection, 'SELECT answer FROM kept')).toBe('a question');
  });

  it('is there after kill -9 of Carrel', async () => {
    const carrel = spawn(process.execPath, ['--input-type=module', '--eval', CARREL], {
      env: { ...process.env, CARREL_DATA: dataFolder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const connection: EmbeddedConnection = JSON.parse(String(await once(carrel.stdout, 'data')));
    await ask(connection, "CREATE TABLE kept AS SELECT 'a question' AS answer");

    carrel.kill('SIGKILL');
    await once(carrel, 'exit');

    const { connection: next } = await start();
    expect(await ask(next, 'SELECT answer FROM kept')).toBe('a question');
  });
});

describe('a stale postmaster.pid', () => {
  it('that is empty does not keep PostgreSQL from starting', async () => {
    await startAndStop();
    writeFileSync(path.join(postgresFolder(), 'postmaster.pid'), '');

    const { connection } = await start();

    expect(await ask(connection, 'SELECT 1 AS answer')).toBe(1);
  });

  it('whose number now belongs to another process does not, and that process lives on', async () => {
    await startAndStop();
    const { uid, gid, isOurs } = await chooseAccount(postgresFolder());
    const stranger = spawn('sleep', ['60'], isOurs ? {} : { uid, gid });
    const lines = [stranger.pid, postgresFolder(), 1, 5432, '/tmp', '', '', 'ready   ', ''];
    writeFileSync(path.join(postgresFolder(), 'postmaster.pid'), lines.join('\n'));

    const { connection } = await start();

    expect(await ask(connection, 'SELECT 1 AS answer')).toBe(1);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
  });
});

describe('a PostgreSQL that outlived its Carrel', () => {
  it('is ended before the next one starts', async () => {
    await startAndStop();
    const orphan = await startOrphan();

    const { connection } = await start();

    await expect(orphan.exited).resolves.toEqual({ code: 0, signal: null });
    expect(await ask(connection, 'SELECT 1 AS answer')).toBe(1);
  });
});

const CARREL = `
  import { startEmbedded } from ${JSON.stringify(path.join(import.meta.dirname, 'index.ts'))};
  const log = { info() {}, warn() {} };
  const { connection } = await startEmbedded({ dataFolder: process.env.CARREL_DATA, log });
  console.log(JSON.stringify(connection));
`;

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataFolder, log });
  running.push(database);
  return database;
}

async function startAndStop(): Promise<EmbeddedDatabase> {
  const database = await start();
  await database.stop();
  return database;
}

/** A PostgreSQL on the data folder whose Carrel no longer holds the lock. */
async function startOrphan() {
  const account = await chooseAccount(postgresFolder());
  const binaries = account.isOurs ? locateBinaries() : await copyBinaries(locateBinaries());
  const settings = commonSettings(makeSocketFolder(dataFolder, account));
  const logFile = path.join(home, 'orphan.log');
  return startServer(
    { binaries, account, postgresFolder: postgresFolder(), settings, logFile },
    log,
  );
}

function postgresFolder(): string {
  return path.join(dataFolder, 'postgres');
}

/** @returns the column `answer` of the first row */
async function ask(connection: EmbeddedConnection, sql: string): Promise<unknown> {
  const client = new Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}
