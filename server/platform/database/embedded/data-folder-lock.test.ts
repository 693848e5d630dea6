import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StartError } from '../../start-error.ts';
import { lockDataFolder } from './data-folder-lock.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'carrel-lock-'));
});

afterEach(() => rmSync(home, { recursive: true }));

it('refuses a second Carrel on one data folder, and names the first', async () => {
  const lock = await lockDataFolder(home);

  const second = lockDataFolder(home);

  await expect(second).rejects.toThrow(StartError);
  await expect(second).rejects.toThrow(
    `Another Carrel is already using the data folder ${home} (process ${process.pid}).`,
  );
  await lock.release();
});

it('knows the folder by another path', async () => {
  const alias = path.join(home, 'alias');
  const folder = path.join(home, 'data');
  mkdirSync(folder);
  symlinkSync(folder, alias);
  const lock = await lockDataFolder(folder);

  await expect(lockDataFolder(alias)).rejects.toThrow(StartError);

  await lock.release();
});

it('lets one of two in that come at the same moment', async () => {
  const results = await Promise.allSettled([lockDataFolder(home), lockDataFolder(home)]);

  const taken = results.filter((result) => result.status === 'fulfilled');
  expect(taken).toHaveLength(1);
  for (const { value } of taken) await value.release();
});

it('is free again when released, and leaves other folders alone', async () => {
  const other = mkdtempSync(path.join(home, 'other-'));
  const lock = await lockDataFolder(home);
  const otherLock = await lockDataFolder(other);
  await lock.release();

  const again = await lockDataFolder(home);

  await again.release();
  await otherLock.release();
});
