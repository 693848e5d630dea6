import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../processes/free-port.ts';
import { pause } from '../row.ts';

/** On the disk, and where the account that PostgreSQL runs as can get. */
const PARENT = '/var/lib/postgresql';
const READY_WITHIN_MS = 30_000;

export interface RunningEjabberd {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts Debian's ejabberd with a Debian PostgreSQL of its own, both on free ports of the loopback. */
export async function runEjabberd(): Promise<RunningEjabberd> {
  const folder = mkdtempSync(join(PARENT, 'carrel-bench-'));
  execFileSync('chown', ['postgres:', folder]);
  const sqlPort = await freePort();
  const postgres = await startPostgres(join(folder, 'postgres'), sqlPort);
  const port = await freePort();
  const ejabberd = startEjabberd(join(folder, 'ejabberd'), port, sqlPort);
  await untilListening(port, ejabberd);
  return {
    port,
    async stop() {
      await end(ejabberd, 'SIGKILL');
      await end(postgres, 'SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startPostgres(data: string, port: number): Promise<ChildProcess> {
  const programs = globSync('/usr/lib/postgresql/*/bin').sort().at(-1) ?? '';
  const as = ['--reuid=postgres', '--regid=postgres', '--init-groups', '--'];
  const initdb = ['-D', data, '--encoding=UTF8', '--auth=trust'];
  execFileSync('setpriv', [...as, join(programs, 'initdb'), ...initdb], { stdio: 'ignore' });
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${data}`,
  ];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const postgres = spawn('setpriv', [...as, join(programs, 'postgres'), ...args], {
    stdio: 'ignore',
  });
  await untilListening(port, postgres);

  const psql = (...orders: string[]) =>
    execFileSync('psql', ['-q', '-h', '127.0.0.1', '-p', String(port), ...orders], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  psql('-U', 'postgres', '-c', 'create role ejabberd login');
  psql('-U', 'postgres', '-c', 'create database ejabberd owner ejabberd');
  psql('-U', 'ejabberd', '-d', 'ejabberd', '-f', '/usr/share/ejabberd/sql/pg.sql');
  return postgres;
}

function startEjabberd(folder: string, port: number, sqlPort: number): ChildProcess {
  mkdirSync(folder);
  const config = join(folder, 'ejabberd.yml');
  const template = readFileSync(join(import.meta.dirname, 'ejabberd.yml'), 'utf8');
  writeFileSync(
    config,
    template.replace('XMPP_PORT', String(port)).replace('SQL_PORT', String(sqlPort)),
  );
  const code = globSync('/usr/lib/*/ejabberd-*/ebin')[0] ?? '';
  const words = [
    ...['+K', 'true', '+P', '250000', '-noinput', '-pa', code],
    ...['-mnesia', 'dir', JSON.stringify(folder)],
    ...['-ejabberd', 'config', JSON.stringify(config)],
    ...['log_path', JSON.stringify(join(folder, 'ejabberd.log')), '-s', 'ejabberd'],
  ];
  const env = { ...process.env, EJABBERD_CONFIG_PATH: config };
  return spawn('erl', words, { cwd: folder, env, stdio: 'ignore' });
}

async function untilListening(port: number, server: ChildProcess): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`A peer ended with code ${server.exitCode}.`);
    const socket = connect(port, '127.0.0.1');
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isThere) return;
    await pause(100);
  }
  throw new Error('A peer was not ready in time.');
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(server, 'exit');
  if (server.exitCode === null && server.kill(signal)) await ended;
}
