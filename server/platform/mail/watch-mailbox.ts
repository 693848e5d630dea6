import type { ImapFlow } from 'imapflow';
import { MAIL_BYTES } from '#protocol/limits.ts';
import type { Log } from '../log.ts';
import { repeat } from '../repeat.ts';
import { HEAD_BYTES, headOf } from './head-of.ts';

export interface MailboxOptions {
  /** `imaps://user:password@host:993`, or `imap://`, which is encrypted where the server can. */
  readonly url: string;
  /** A mail, or its header alone with the bytes of the whole where it is too large. May be called again for the same one. */
  readonly take: (raw: Uint8Array, wholeBytes: number) => Promise<string>;
  readonly log: Log;
}

export interface MailboxWatch {
  /** Takes what is new, and marks it as read once it is taken. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 60_000;
const SECOND = 1_000;

/**
 * Looks into the inbox every minute, with a connection of its own each time: nothing is left to keep
 * alive or to find dead. A mail is marked as read after it was taken; a process that dies in between
 * takes it again, and `take` knows it.
 */
export function watchMailbox({ url, take, log }: MailboxOptions): MailboxWatch {
  let wasReached: boolean | undefined;

  async function look(): Promise<void> {
    try {
      await lookInto(url, take, log);
      if (wasReached !== true) log.info('the mailbox of IMAP_URL is open');
      wasReached = true;
    } catch (error) {
      // Once, and not every minute: a mail server may be away for a night.
      if (wasReached !== false)
        log.error(
          { reason: reasonOf(error) },
          'the mailbox of IMAP_URL cannot be read; trying again every minute',
        );
      wasReached = false;
    }
  }

  const watching = repeat(EVERY_MS, look, () => undefined);
  return { look, stop: () => watching.stop() };
}

async function lookInto(url: string, take: MailboxOptions['take'], log: Log): Promise<void> {
  const client = await openClient(url);
  // Without a listener, a connection that breaks between two commands would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const lock = await client.getMailboxLock('INBOX');
    try {
      for (const uid of (await client.search({ seen: false }, { uid: true })) || [])
        await takeOne(client, uid, take, log);
    } finally {
      lock.release();
    }
    await client.logout();
  } finally {
    client.close();
  }
}

async function takeOne(
  client: ImapFlow,
  uid: number,
  take: MailboxOptions['take'],
  log: Log,
): Promise<void> {
  const found = await client.fetchOne(String(uid), { size: true }, { uid: true });
  if (!found) return;
  const size = found.size ?? 0;
  const whole = size <= MAIL_BYTES;
  const source = whole ? true : { maxLength: HEAD_BYTES };
  const mail = await client.fetchOne(String(uid), { source }, { uid: true });
  if (!mail) return;
  const { source: came } = mail;
  if (!came) return;
  const raw = whole ? came : headOf(came);
  const verdict = await take(raw, size).catch((error: unknown) => {
    log.error({ err: error }, 'a mail could not be taken; it stays unread and is tried again');
  });
  if (verdict === undefined) return;
  // It stays in the mailbox; flagged, people find it there.
  const flags = verdict === 'held' ? ['\\Seen', '\\Flagged'] : ['\\Seen'];
  await client.messageFlagsAdd(String(uid), flags, { uid: true });
  log.info({ verdict, bytes: size }, 'a mail came in');
}

/** Loaded here and not with the rest: it weighs 30 MB, and most installations read no mailbox. */
async function openClient(url: string): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow');
  const { protocol, hostname, port, username, password } = new URL(url);
  const isSecure = protocol === 'imaps:';
  return new ImapFlow({
    host: hostname,
    port: port === '' ? (isSecure ? 993 : 143) : Number(port),
    secure: isSecure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
  });
}

/** What is wrong, without anything that a mail server may quote from the address. */
function reasonOf(error: unknown): string {
  const { code, authenticationFailed, serverResponseCode } = error as {
    code?: string;
    authenticationFailed?: boolean;
    serverResponseCode?: string;
  };
  if (authenticationFailed) return 'it refuses the user or the password';
  return serverResponseCode ?? code ?? 'it did not answer as expected';
}
