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
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `imap://desk%40library.example:carrel@127.0.0.1:${port}`,
    arrives: (raw) => server.appendMessage('INBOX', [], undefined, raw),
    unread: () =>
      server.folderCache['INBOX']?.messages.filter(({ flags }) => !flags.includes('\\Seen'))
        .length ?? 0,
  };
}
