import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from './free-port.ts';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
const MAIN = path.join(ROOT, 'server/main.ts');
const READY_WITHIN_MS = 60_000;

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface CarrelProcess {
  readonly pid: number;
  readonly port: number;
  /** Its PUBLIC_URL, and where it listens. */
  readonly origin: string;
  readonly exited: Promise<Exit>;
  stdout(): string;
  stderr(): string;
  /** Resolves when standard output has a line with these words. */
  says(words: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

export interface CarrelOptions {
  readonly dataFolder: string;
  readonly port?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const running = new Set<ChildProcess>();

/** Starts the real server as a process of its own and waits until it says that it is ready. */
export async function startCarrel(options: CarrelOptions): Promise<CarrelProcess> {
  const carrel = await spawnCarrel(
    process.execPath,
    [MAIN, ...(options.args ?? ['--demo'])],
    options,
  );
  await carrel.says('Carrel is ready');
  return carrel;
}

/** Runs it where it is expected to end by itself. */
export async function runCarrel(
  options: CarrelOptions,
): Promise<Exit & { stdout: string; stderr: string }> {
  const carrel = await spawnCarrel(
    process.execPath,
    [MAIN, ...(options.args ?? ['--demo'])],
    options,
  );
  const exit = await carrel.exited;
  return { ...exit, stdout: carrel.stdout(), stderr: carrel.stderr() };
}

/** Starts it as people do; `pid` is npm's. Resolves when Carrel is ready. */
export async function npmStart(options: CarrelOptions): Promise<CarrelProcess> {
  const carrel = await spawnCarrel(
    'npm',
    ['start', '--', ...(options.args ?? ['--demo'])],
    options,
  );
  await carrel.says('Carrel is ready');
  return carrel;
}

/** Ends what a failed test left. */
export async function endLeftovers(): Promise<void> {
  const ends = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(ends);
}

async function spawnCarrel(
  command: string,
  args: readonly string[],
  { dataFolder, env, port: wanted }: CarrelOptions,
): Promise<CarrelProcess> {
  const port = wanted ?? (await freePort());
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...ownEnvironment(), PORT: String(port), CARREL_DATA: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const exited = new Promise<Exit>((resolve) => {
    // `close`, not `exit`: by then all that it printed has been read.
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    });
  });
  const printed = { out: '', err: '' };
  const heard = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text;
    for (const look of heard) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.err += text;
  });

  return {
    pid: child.pid as number,
    port,
    origin: `http://localhost:${port}`,
    exited,
    stdout: () => printed.out,
    stderr: () => printed.err,
    kill: (signal) => void child.kill(signal),
    says(words) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const fail = (why: string) =>
        reject(new Error(`${why} "${words}". It said:\n${printed.out}\n${printed.err}`));
      const look = () => printed.out.includes(words) && resolve();
      const patience = setTimeout(() => fail('Carrel did not say in time:'), READY_WITHIN_MS);
      heard.add(look);
      look();
      void exited.then(() => fail('Carrel ended before it said'));
      return promise.finally(() => {
        clearTimeout(patience);
        heard.delete(look);
      });
    },
  };
}

/** Without what the test run, or whoever started it, chose for itself. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const ours =
    /^(npm_|NODE_OPTIONS$|NODE_ENV$|VITEST|CARREL_|PORT$|HOST$|PUBLIC_URL$|DATABASE_URL$|NATS_URL$|SMTP_URL$|TRUSTED_PROXIES$|LOG_LEVEL$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
