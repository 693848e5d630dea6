import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Log } from '../log.ts';

/** A mail as it goes out. */
export interface OutgoingMail {
  readonly messageId: string;
  /** An address, or one with the name that its reader sees. */
  readonly from: string | { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface MailTransport {
  /**
   * Answers when the next one has taken it over.
   *
   * @throws MailRefused when this address will never get a mail; any other error when it may later
   */
  send(mail: OutgoingMail): Promise<void>;
}

/** The mail server does not take mail for this address: trying again would change nothing. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

const SECOND = 1_000;

/** To the mail server at `smtps://user:password@host:465`, or `smtp://`, which is encrypted where the server can. */
export function smtpTransport(url: string): MailTransport {
  const transport = createTransport({
    url,
    // Together less than a stop may take: it waits for the mail in hand.
    connectionTimeout: 4 * SECOND,
    greetingTimeout: 4 * SECOND,
    socketTimeout: 10 * SECOND,
    // A text is a text: no address or path in it is ever fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      await transport.sendMail(mutable(mail)).catch(withoutAddresses);
    },
  };
}

/** Nodemailer's own types allow it to write into what it is given. */
function mutable({ from, headers, ...mail }: OutgoingMail) {
  return { ...mail, from: typeof from === 'string' ? from : { ...from }, headers: { ...headers } };
}

/** A mail server quotes addresses in its answers, and errors are logged: only its codes remain. */
function withoutAddresses(error: unknown): never {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const answer = [code, responseCode].filter((part) => part !== undefined).join(' ');
  if (code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500)
    throw new MailRefused(`The mail server takes no mail for an address (${answer})`);
  throw new Error(`The mail could not be handed to the mail server (${answer})`);
}

/** Without a mail server: a file a mail, named on the console, for trying Carrel out. */
export function fileTransport(folder: string, log: Log): MailTransport {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(mutable(mail));
      const file = join(folder, `${mail.messageId.replace(/@.*$/, '')}.eml`);
      // It may hold a link that lets somebody in.
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file, message as Buffer, { mode: 0o600 });
      log.info({ file }, 'mail written to a file, since SMTP_URL is not set');
    },
  };
}
