import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import { headOf } from './head-of.ts';
import type { IncomingMail } from './parse-mail.ts';

export interface ReadMail {
  readonly mail: IncomingMail;
  /** Its head alone could be read: without text and files. */
  readonly isHead: boolean;
}

/** Undefined for what is no mail. Never rejects for what a mail holds. */
export type MailReader = (raw: Uint8Array) => Promise<ReadMail | undefined>;

export interface MailReaderOptions {
  /** How long a mail may take to be read, in milliseconds. Ordinary ones of 25 MB take a quarter of a second. */
  readonly patienceMs: number;
  readonly log: Log;
}

/** What reads mails weighs 45 MB; without mails it is let go of. */
const IDLE_MS = 60_000;
/** The worst that is known takes 200. Far more than that, since what goes over it may end the process. */
const MEMORY_MB = 1_024;

/**
 * Reads mails in a thread of its own, one after another, begun with the first one. A mail that takes too
 * long costs that thread and no chat: of such a mail the head is read, so that its ticket can tell that
 * it came.
 */
export function mailReader({ patienceMs, log }: MailReaderOptions): MailReader {
  let worker: Promise<Worker> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function dismiss(): void {
    const dismissed = worker;
    worker = undefined;
    void dismissed?.then((thread) => thread.terminate()).catch(() => undefined);
  }

  /** @throws Error when the thread ended, or was ended, before it was done */
  async function readOnce(raw: Uint8Array): Promise<IncomingMail | undefined> {
    clearTimeout(idle);
    worker ??= beginReading();
    try {
      const thread = await worker;
      thread.postMessage(raw);
      const [mail] = await once(thread, 'message', { signal: AbortSignal.timeout(patienceMs) });
      return mail === null ? undefined : revive(mail);
    } catch (error) {
      dismiss();
      throw error;
    } finally {
      idle = setTimeout(dismiss, IDLE_MS).unref();
    }
  }

  async function read(raw: Uint8Array): Promise<ReadMail | undefined> {
    try {
      const mail = await readOnce(raw);
      return mail && { mail, isHead: false };
    } catch (error) {
      log.warn(
        { bytes: raw.length, reason: reasonOf(error) },
        'a mail could not be read in time; its ticket is told that it came',
      );
    }
    const mail = await readOnce(headOf(raw)).catch((error: unknown) => {
      log.warn({ reason: reasonOf(error) }, 'nor could its head; it is passed over');
      return undefined;
    });
    return mail && { mail, isHead: true };
  }

  return (raw) => {
    const reading = last.then(() => read(raw));
    last = reading;
    return reading;
  };
}

async function beginReading(): Promise<Worker> {
  const worker = new Worker(new URL('./read-apart.ts', import.meta.url), {
    // Nothing that a mail may get hold of there is secret.
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  // Told of to whoever waits; without a listener it would end the process.
  worker.on('error', () => undefined);
  worker.unref();
  await once(worker, 'message');
  return worker;
}

/** Between threads, what was a Buffer is bytes alone. */
function revive(mail: IncomingMail): IncomingMail {
  return {
    ...mail,
    hash: bufferOf(mail.hash),
    files: mail.files.map((file) => ({ ...file, content: file.content && bufferOf(file.content) })),
  };
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function reasonOf(error: unknown): string {
  const { name, code } = error as { name?: string; code?: string };
  return name === 'AbortError' ? 'it took too long' : (code ?? name ?? 'unknown');
}
