import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

export interface ReceivedMail extends Email {
  /** As the mail server was told it. */
  readonly recipient: string;
  /** The first address in the plain text that begins with `https://` or `http://`. */
  readonly link: string;
}

export interface Mailbox {
  /** For SMTP_URL. */
  readonly url: string;
  /** Takes what came for an address, the oldest first. */
  take(recipient: string): readonly ReceivedMail[];
  /** Everything that came and was not taken. */
  readonly mails: ReceivedMail[];
  /** What the server says to the next recipients, such as `450 come back later`; null: it takes them. */
  refuses: string | null;
}

/** A real mail server for a test file; stops by itself. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = [];
  const box = { refuses: null as string | null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, callback) {
      if (box.refuses === null) return callback();
      const responseCode = Number(box.refuses.slice(0, 3));
      callback(Object.assign(new Error(box.refuses.slice(4)), { responseCode }));
    },
    async onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const mail = await PostalMime.parse(Buffer.concat(chunks));
      const link = /https?:\/\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
      for (const { address } of session.envelope.rcptTo)
        mails.push({ ...mail, recipient: address, link });
      callback();
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const { port } = server.server.address() as { port: number };

  return Object.assign(box, {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    take(recipient: string) {
      const taken = mails.filter((mail) => mail.recipient === recipient);
      for (const mail of taken) mails.splice(mails.indexOf(mail), 1);
      return taken;
    },
  });
}
