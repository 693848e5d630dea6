import { readFileSync } from 'node:fs';
import { type Carrel, startCarrel } from './carrel.ts';
import { DEMO_PASSWORD, DEMO_USERNAME } from './demo/index.ts';
import { HELP, readCommandLine } from './platform/command-line.ts';
import { type Config, readConfig } from './platform/config.ts';
import { createLog } from './platform/log.ts';
import { watchParent } from './platform/parent-watch.ts';
import { StartError } from './platform/start-error.ts';

/** How long a stop may take before the process ends all the same; what is acknowledged is stored anyway. */
const PATIENCE_MS = 15_000;

await main();

async function main(): Promise<void> {
  try {
    const { show } = readCommandLine(process.argv.slice(2));
    if (show !== null) return say(show === 'help' ? HELP : `Carrel ${version()}`);

    const config = readConfig(process.env, process.argv.slice(2));
    const carrel = await startCarrel(config, {
      log: createLog(config.logLevel),
      version: version(),
      onDatabaseLost: (error) => {
        process.stderr.write(`PostgreSQL is gone and does not start again: ${error.message}\n`);
        process.exit(1);
      },
    });
    stopWhenTold(carrel);
    greet(config, carrel);
  } catch (error) {
    if (!(error instanceof StartError) && !isUnusableAddress(error)) throw error;
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(1);
  }
}

function greet({ publicUrl, demo }: Config, { setupToken }: Carrel): void {
  say(`Carrel is ready at ${publicUrl}`);
  if (setupToken) say(`Set it up, once, at ${publicUrl}/setup#${setupToken}`);
  if (!demo) return;
  say(`Ask as a patron at ${publicUrl}/demo/northfield`);
  say(`Answer at ${publicUrl} in another browser: ${DEMO_USERNAME}, password ${DEMO_PASSWORD}`);
}

/** Ctrl-C reaches the process twice under npm, so the second signal means nothing more than the first. */
function stopWhenTold(carrel: Carrel): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    carrel.stop().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`Carrel did not stop cleanly: ${error}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  watchParent(stop);
}

/** Taken, not allowed, not of this machine, or a name that leads nowhere. */
function isUnusableAddress(error: unknown): error is NodeJS.ErrnoException {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(error.code))
  );
}

function sentenceOf(error: StartError | NodeJS.ErrnoException): string {
  if (error instanceof StartError) return error.message;
  return `Carrel cannot listen there (${error.message}); choose another PORT or HOST.`;
}

function version(): string {
  const file = new URL('../package.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
