/// <reference path="./hoodiecrow-imap.d.ts" />
import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { afterAll } from 'vitest';

export interface ImapServer {
  /** For IMAP_URL. */
  readonly url: string;
  /** A mail arrives in the inbox, unread. */
  arrives(raw: string): void;
  /** Mails of the inbox that nobody has read. */
  unread(): number;
  /** Those that somebody, or something, has marked for people to look at. */
  flagged(): number;
  /** A person has marked all of them as unread again. */
  marksUnread(): void;
}

/** A real IMAP server for a test file; stops by itself. */
export async function openImapServer(): Promise<ImapServer> {
  const server = hoodiecrow({
    plugins: ['LITERALPLUS'],
    users: { 'desk@library.example': { password: 'carrel' } },
    storage: { INBOX: { messages: [] } },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  afterAll(() => new Promise<void>((resolve) => void server.close(resolve)));
  const inbox = () => server.folderCache['INBOX']?.messages ?? [];
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `imap://desk%40library.example:carrel@127.0.0.1:${port}`,
    arrives: (raw) => server.appendMessage('INBOX', [], undefined, raw),
    unread: () => inbox().filter(({ flags }) => !flags.includes('\\Seen')).length,
    flagged: () => inbox().filter(({ flags }) => flags.includes('\\Flagged')).length,
    marksUnread() {
      for (const mail of inbox()) mail.flags = mail.flags.filter((flag) => flag !== '\\Seen');
    },
  };
}
