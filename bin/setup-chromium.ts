// Sees to a Chromium for the tests: Debian's where root may install it, else Playwright's.
// With --check it installs nothing and exits with 10 where none is found.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findChromium } from './chromium.ts';

const MISSING = 10;

process.exitCode = setUp(process.argv.includes('--check'));

function setUp(onlyCheck: boolean): number {
  if (findChromium()) return 0;
  if (onlyCheck) return MISSING;
  if (!process.env.CARREL_CHROMIUM && (installBySystem() || installByPlaywright())) return 0;
  console.error(
    'The tests need Chromium. Install it (Debian: apt-get install chromium), or set CARREL_CHROMIUM to the program.',
  );
  return 1;
}

function installBySystem(): boolean {
  if (process.getuid?.() !== 0 || !succeeds('apt-get', ['--version'])) return false;
  console.log('Installing Chromium for the tests, by apt-get (about a minute)…');
  succeeds('apt-get', ['update']);
  const installed = succeeds('apt-get', [
    'install',
    '--yes',
    '--no-install-recommends',
    'chromium',
  ]);
  return installed && findChromium() !== undefined;
}

function installByPlaywright(): boolean {
  console.log('Downloading Chromium for the tests, by Playwright (about a minute)…');
  const playwright = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const program = path.join(path.dirname(playwright), 'cli.js');
  const downloaded = succeeds(process.execPath, [program, 'install', 'chromium']);
  return downloaded && findChromium() !== undefined;
}

function succeeds(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { env, stdio: 'ignore' }).status === 0;
}
