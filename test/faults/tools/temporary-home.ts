import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { endLeftovers } from './carrel-process.ts';

/**
 * A folder for the data of the calling test file, removed after its last test together with every
 * Carrel that is still running. For the top of a file.
 */
export function temporaryHome(): string {
  const memory = '/dev/shm';
  const home = mkdtempSync(path.join(existsSync(memory) ? memory : tmpdir(), 'carrel-faults-'));
  afterAll(async () => {
    await endLeftovers();
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return home;
}
