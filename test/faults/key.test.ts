import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/platform/database/index.ts';
import { newId } from '../../server/platform/ids.ts';
import { ciphersOf } from '../../server/platform/secrets.ts';
import { testDatabase } from '../database/index.ts';
import { makeInstitution } from '../factories.ts';
import { runCarrel, startCarrel } from './tools/carrel-process.ts';
import { urlOf } from './tools/database-url.ts';
import { temporaryHome } from './tools/temporary-home.ts';

const home = temporaryHome();
const newKey = () => randomBytes(32).toString('base64');

/** A database of the test's own, and a way to start Carrel on it with one key or another. */
async function installation(name: string) {
  const connection = await testDatabase();
  const dataFolder = path.join(home, name);
  const start = (key: string | null, acceptedKey = '') => ({
    dataFolder,
    args: [],
    env: {
      DATABASE_URL: urlOf(connection),
      ACCEPT_KEY: acceptedKey,
      ...(key === null ? {} : { CARREL_KEY: key }),
    },
  });
  const database = openDatabase(connection, { connections: 1, onError: () => undefined });
  afterAll(() => database.close());
  return {
    sql: database.sql,
    file: path.join(dataFolder, 'carrel.key'),
    /** It starts, and is stopped again. */
    async starts(key: string | null, acceptedKey?: string): Promise<string> {
      const carrel = await startCarrel(start(key, acceptedKey));
      carrel.kill('SIGTERM');
      await carrel.exited;
      return carrel.stdout();
    },
    /** Its one line; and the sign of the key, where it names one. */
    async refuses(key: string | null, acceptedKey?: string) {
      const ended = await runCarrel(start(key, acceptedKey));
      expect(ended.code).toBe(1);
      const [line = '', ...more] = ended.stderr.split('\n').filter((text) => text !== '');
      expect(more).toEqual([]);
      return { line, sign: /ACCEPT_KEY=(\w+)/.exec(line)?.[1] ?? '' };
    },
  };
}

describe('a database that was used with a key', () => {
  it('starts with it again, and with no other', async () => {
    const { starts, refuses } = await installation('another');
    const key = newKey();
    await starts(key);
    const { line } = await refuses(newKey());
    expect(line).toMatch(/^The key in CARREL_KEY is not the one .*put the earlier key back/);
    await starts(key);
  });

  it('goes on with another one when told so by its sign, and then with that alone', async () => {
    const { starts, refuses } = await installation('changed');
    const [earlier, later] = [newKey(), newKey()];
    await starts(earlier);
    const { sign } = await refuses(later);
    // The sign of one key accepts no other, however long the variable stays where it is.
    await refuses(newKey(), sign);
    expect(await starts(later, sign)).toContain('goes on with another key');
    expect(await starts(later, sign)).not.toContain('goes on with another key');
    await starts(later);
    await refuses(earlier, sign);
  });

  it('does not take a lost key file for a first start, and makes none', async () => {
    const { starts, refuses, file } = await installation('lost');
    await starts(null);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const key = readFileSync(file, 'utf8');
    rmSync(file);
    expect((await refuses(null)).line).toMatch(/^The key .*carrel\.key is missing, .*put it back/);
    expect(existsSync(file)).toBe(false);

    writeFileSync(file, newKey());
    expect((await refuses(null)).line).toMatch(/^The key in .*carrel\.key is not the one/);
    writeFileSync(file, key);
    await starts(null);
    // The same key from elsewhere is the same key.
    await starts(key.trim());
  });
});

describe('a database of an earlier version, which knows no key yet', () => {
  it('takes the one that it is started with, where nothing is encrypted', async () => {
    const { starts, refuses, sql } = await installation('empty');
    await makeInstitution(sql, 'northfield');
    await starts(newKey());
    await refuses(newKey());
  });

  it('takes none that opens nothing of what is encrypted', async () => {
    const { starts, refuses, sql, file } = await installation('earlier');
    const key = newKey();
    const institutionId = await makeInstitution(sql, 'northfield');
    const id = newId();
    const sealed = ciphersOf(Buffer.from(key, 'base64')).encrypt(`policy-secret:${id}`, 'sesame');
    await sql
      .insertInto('policySecrets')
      .values({ id, institutionId, label: 'Proxy', sealed, updatedAt: new Date(), accountId: null })
      .execute();

    expect((await refuses(newKey())).line).toMatch(/^The key in CARREL_KEY is not the one/);
    expect((await refuses(null)).line).toMatch(/^The key .*carrel\.key is missing/);
    expect(existsSync(file)).toBe(false);
    await starts(key);
    await refuses(newKey());
  });
});

it('says nothing of a key itself', async () => {
  const { starts, refuses, sql } = await installation('secret');
  const [earlier, later] = [newKey(), newKey()];
  await starts(earlier);
  const { line } = await refuses(later);
  const { keyCheck } = await sql
    .selectFrom('installation')
    .select('keyCheck')
    .executeTakeFirstOrThrow();
  for (const key of [earlier, later]) {
    const bytes = Buffer.from(key, 'base64');
    expect(line).not.toContain(key);
    expect(line).not.toContain(bytes.toString('hex').slice(0, 12));
    expect(keyCheck?.includes(bytes.subarray(0, 8))).toBe(false);
  }
});
