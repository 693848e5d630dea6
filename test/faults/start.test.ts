import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/platform/database/index.ts';
import { testDatabase } from '../database/index.ts';
import { makeInstitution } from '../factories.ts';
import { ROOT, runCarrel, startCarrel } from './tools/carrel-process.ts';
import { urlOf } from './tools/database-url.ts';
import { freePort } from './tools/free-port.ts';
import { temporaryHome } from './tools/temporary-home.ts';

const home = temporaryHome();
const foreign = await testDatabase();
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

describe('a wrong setting stops the start with one line', () => {
  const unused = path.join(home, 'never-made');

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['HOST', 'localhost:8080'],
    ['PUBLIC_URL', 'chat.example.org'],
    ['PUBLIC_URL', 'https://example.org/chat'],
    ['DATABASE_URL', 'mysql://localhost/carrel'],
    ['NATS_URL', 'http://localhost:4222'],
    ['SMTP_URL', 'mail.example.org'],
    ['CARREL_KEY', 'short'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s', async (name, value) => {
    const ended = await runCarrel({ dataFolder: unused, env: { [name]: value } });

    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(linesOf(ended.stderr)).toEqual([expect.stringMatching(new RegExp(`^${name} must be `))]);
    expect(existsSync(unused)).toBe(false);
  });

  it('an unknown flag', async () => {
    const ended = await runCarrel({ dataFolder: unused, args: ['--dmeo'] });

    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(linesOf(ended.stderr)).toEqual(['"--dmeo" is not known here; --help prints what is.']);
  });

  it('a data folder that is a file', async () => {
    const dataFolder = path.join(home, 'a-file');
    writeFileSync(dataFolder, '');

    const ended = await runCarrel({ dataFolder });

    expect(ended.code).toBe(1);
    expect(linesOf(ended.stderr)).toEqual([
      expect.stringMatching(/^The data folder .*a-file can't be used .*CARREL_DATA/),
    ]);
  });

  it('a database that nobody runs, without its password', async () => {
    const port = await freePort();
    const ended = await runCarrel({
      dataFolder: path.join(home, 'no-database'),
      env: { DATABASE_URL: `postgres://carrel:open-sesame@127.0.0.1:${port}/carrel` },
    });

    expect(ended.code).toBe(1);
    expect(linesOf(ended.stderr)).toEqual([
      expect.stringMatching(/^The database can't be reached \(.*ECONNREFUSED.*DATABASE_URL/),
    ]);
    expect(ended.stderr).not.toContain('open-sesame');
  });

  it('a database that is not there', async () => {
    const ended = await runCarrel({
      dataFolder: path.join(home, 'no-database'),
      env: { DATABASE_URL: urlOf({ ...foreign, database: 'nowhere' }) },
    });

    expect(ended.code).toBe(1);
    expect(linesOf(ended.stderr)).toEqual([
      expect.stringMatching(/^The database can't be reached \(.*"nowhere" does not exist/),
    ]);
  });
});

it('a port in use stops the start with one line, and PostgreSQL with it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const dataFolder = path.join(home, 'port-in-use');

  const ended = await runCarrel({ dataFolder, port });

  expect(ended.code).toBe(1);
  expect(linesOf(ended.stderr)).toEqual([
    expect.stringMatching(/^Carrel cannot listen there .*EADDRINUSE.*choose another PORT/),
  ]);
  other.close();
});

it('a HOST that leads nowhere stops the start with one line', async () => {
  const dataFolder = path.join(home, 'nowhere');

  const ended = await runCarrel({ dataFolder, env: { HOST: 'nowhere.invalid' } });

  expect(ended.code).toBe(1);
  expect(linesOf(ended.stderr)).toEqual([
    expect.stringMatching(/^Carrel cannot listen there .*nowhere\.invalid.*choose another PORT/),
  ]);
});

describe('the command line', () => {
  it.each([
    ['--help', /^Carrel: a chat reference desk[\s\S]*DATABASE_URL/],
    ['--version', new RegExp(`^Carrel ${version}\n$`)],
  ])('%s prints and ends, whatever the settings', async (flag, expected) => {
    const dataFolder = path.join(home, 'never-made');

    const ended = await runCarrel({ dataFolder, args: [flag], env: { PORT: 'http' } });

    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(expected);
    expect(existsSync(dataFolder)).toBe(false);
  });
});

describe('one data folder', () => {
  it('refuses a second Carrel with one line that names the first, which goes on', async () => {
    const dataFolder = path.join(home, 'shared');
    const first = await startCarrel({ dataFolder });

    const second = await runCarrel({ dataFolder });

    expect(second.code).toBe(1);
    expect(linesOf(second.stderr)).toEqual([
      `Another Carrel is already using the data folder ${dataFolder} (process ${first.pid}).`,
    ]);
    expect((await fetch(`${first.origin}/health/ready`)).status).toBe(200);
    first.kill('SIGTERM');
    await first.exited;
  });

  it('left with a stale lock starts all the same, and an existing demonstration is not spoken of', async () => {
    const dataFolder = path.join(home, 'stale');
    const first = await startCarrel({ dataFolder });
    first.kill('SIGKILL');
    await first.exited;
    // A number that was PostgreSQL's, and is somebody else's by now.
    writeFileSync(path.join(dataFolder, 'postgres/postmaster.pid'), `${process.pid}\n`);

    const again = await startCarrel({ dataFolder });

    expect((await fetch(`${again.origin}/health/ready`)).status).toBe(200);
    expect(again.stdout()).not.toMatch(/error|demonstration needs/i);
    expect(again.stderr()).toBe('');
    again.kill('SIGTERM');
    await again.exited;
  });
});

it('the demonstration is not added to somebody else’s libraries, and says so in one line', async () => {
  const database = openDatabase(foreign, { connections: 1, onError: () => undefined });
  await makeInstitution(database.sql, 'elsewhere');
  await database.close();

  const ended = await runCarrel({
    dataFolder: path.join(home, 'foreign'),
    env: { DATABASE_URL: urlOf(foreign) },
  });

  expect(ended.code).toBe(1);
  expect(linesOf(ended.stderr)).toEqual([
    expect.stringMatching(/^The demonstration needs an empty database, .*start without --demo/),
  ]);
});

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
