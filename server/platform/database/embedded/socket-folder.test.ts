import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StartError } from '../../start-error.ts';
import { ownAccount } from './account.ts';
import { makeSocketFolder } from './socket-folder.ts';

const account = { ...ownAccount(), isOurs: true };
let home: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'carrel-socket-'));
});

afterEach(() => rmSync(home, { recursive: true }));

it('makes a private folder beside the data', () => {
  const folder = makeSocketFolder(home, account);

  expect(folder).toBe(path.join(home, 'socket'));
  expect(lstatSync(folder).mode & 0o777).toBe(0o700);
});

it('uses again the folder that a killed run left', () => {
  const first = makeSocketFolder(home, account);

  expect(makeSocketFolder(home, account)).toBe(first);
});

it('goes elsewhere when the path would be too long for a socket', () => {
  const deep = path.join(home, 'a-folder-with-a-long-name'.repeat(5));
  mkdirSync(deep);

  const folder = makeSocketFolder(deep, account);

  expect(Buffer.byteLength(path.join(folder, '.s.PGSQL.5432'))).toBeLessThanOrEqual(103);
  expect(lstatSync(folder).mode & 0o777).toBe(0o700);
  rmSync(folder, { recursive: true });
});

it('refuses a folder that others may enter', () => {
  const folder = path.join(home, 'socket');
  mkdirSync(folder);
  chmodSync(folder, 0o755);

  expect(() => makeSocketFolder(home, account)).toThrow(StartError);
});
