import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Orders, Question, Reply } from './orders.ts';

const BENCH = join(import.meta.dirname, '..');
/** A child that has not ended by then is killed. */
const PATIENCE_MS = 15_000;

export interface Child<Names extends Orders<Names>> {
  readonly pid: number;
  ask<Name extends keyof Names & string>(
    order: Name,
    details: Parameters<Names[Name]>[0],
  ): Promise<Awaited<ReturnType<Names[Name]>>>;
  /** Lets the process go; it ends by itself. */
  end(): Promise<void>;
}

export interface LaunchOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeFlags?: readonly string[];
}

/** Starts `bench/FILE` as a process of its own, as it would be in production. */
export function launch<Names extends Orders<Names>>(
  file: string,
  { env = {}, nodeFlags = [] }: LaunchOptions,
): Child<Names> {
  const child = fork(join(BENCH, file), [], {
    env: { ...process.env, ...env },
    execArgv: [...nodeFlags],
    // Its log goes nowhere, as a service's would go to a journal.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  let asked = 0;

  child.on('message', (reply: Reply) => {
    const asker = waiting.get(reply.n);
    waiting.delete(reply.n);
    if ('failure' in reply) asker?.reject(new Error(`${file}: ${reply.failure}`));
    else asker?.resolve(reply.answer);
  });
  child.on('exit', (code, signal) => {
    for (const { reject } of waiting.values()) {
      reject(new Error(`${file} ended before it answered (${signal ?? `code ${code}`}).`));
    }
    waiting.clear();
  });

  return {
    pid: child.pid ?? 0,
    ask(order, details) {
      const question: Question = { n: ++asked, order, details };
      return new Promise((resolve, reject) => {
        waiting.set(question.n, { resolve: resolve as (answer: unknown) => void, reject });
        child.send(question, (error) => error && reject(error));
      });
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      if (child.connected) child.disconnect();
      const killer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(killer);
    },
  };
}
