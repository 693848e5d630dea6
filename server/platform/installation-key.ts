import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Queries } from './database/index.ts';
import type { Log } from './log.ts';
import { ciphersOf, type Sealed } from './secrets.ts';
import { StartError } from './start-error.ts';

const KEY_BYTES = 32;
/** Of the sign by which a person tells which key is meant: nobody meets two alike by chance. */
const SIGN_CHARACTERS = 12;

export interface KeyOptions {
  readonly dataFolder: string;
  /** CARREL_KEY, or null. */
  readonly key: string | null;
  /** ACCEPT_KEY: the sign of a key that takes the place of the earlier one, on purpose. */
  readonly acceptedKey: string | null;
  /** Some of what was encrypted last, for a database that knows its key by nothing else yet. */
  readonly findSealed: () => Promise<readonly Sealed[]>;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * The installation's key: `CARREL_KEY` (32 bytes as base64), which several processes on several
 * machines share, or else a file in the data folder, made at the first start and readable by its
 * owner alone. The database knows it again: with another one, what it holds could not be read.
 *
 * @throws StartError when the key is missing, malformed, or another one than the database's
 */
export async function installationKey(sql: Queries, options: KeyOptions): Promise<Buffer> {
  const { dataFolder, key: given, acceptedKey, findSealed, log } = options;
  const file = join(dataFolder, 'carrel.key');
  const source = given === null ? file : 'CARREL_KEY';
  const known = await readCheck(sql);
  const sealed = known === null ? await findSealed() : [];
  const isNeeded = known !== null || sealed.length > 0;
  const key = given === null ? keyOfFile(file, isNeeded) : keyFrom(given, source);

  const check = checkOf(key);
  if (!canOpen(key, sealed)) refuse(source, check, acceptedKey);
  const before = known ?? (await keepFirst(sql, check));
  if (before.equals(check)) return key;
  refuse(source, check, acceptedKey);
  await sql.updateTable('installation').set({ keyCheck: check }).execute();
  log.warn('this database goes on with another key, as ACCEPT_KEY says');
  return key;
}

/** What of the key may be written down: nobody gets from it to the key, nor to what is made from it. */
function checkOf(key: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'carrel key check', 32));
}

/** Unless the person at the terminal has said that just this key is meant. */
function refuse(source: string, check: Buffer, acceptedKey: string | null): void {
  const sign = check.toString('hex').slice(0, SIGN_CHARACTERS);
  if (acceptedKey === sign) return;
  throw new StartError(
    `The key in ${source} is not the one that this database was used with: put the earlier key back, or, if you changed it on purpose, start with ACCEPT_KEY=${sign} (see “The key” in docs/operating.md).`,
  );
}

/** A database of an earlier version: what it holds was encrypted with this key, or nothing says so. */
function canOpen(key: Buffer, sealed: readonly Sealed[]): boolean {
  const { decrypt } = ciphersOf(key);
  const opens = ({ context, encrypted }: Sealed) => {
    try {
      decrypt(context, encrypted);
      return true;
    } catch {
      return false;
    }
  };
  return sealed.length === 0 || sealed.some(opens);
}

async function readCheck(sql: Queries): Promise<Buffer | null> {
  const { keyCheck } = await sql
    .selectFrom('installation')
    .select('keyCheck')
    .executeTakeFirstOrThrow();
  return keyCheck;
}

/** Of two processes that start at once, with a key each, the second is told of the first's. */
async function keepFirst(sql: Queries, check: Buffer): Promise<Buffer> {
  await sql
    .updateTable('installation')
    .set({ keyCheck: check })
    .where('keyCheck', 'is', null)
    .execute();
  return (await readCheck(sql)) ?? check;
}

function keyOfFile(file: string, isNeeded: boolean): Buffer {
  if (existsSync(file)) return keyFrom(readFileSync(file, 'utf8'), file);
  if (isNeeded) {
    throw new StartError(
      `The key ${file} is missing, and this database was used with one: put it back, or set CARREL_KEY (see “The key” in docs/operating.md).`,
    );
  }
  const key = randomBytes(KEY_BYTES);
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

function keyFrom(text: string, source: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new StartError(
    `${source} must hold ${KEY_BYTES} bytes as base64, as \`openssl rand -base64 32\` makes them.`,
  );
}
