/** As much of the IMAP server of the tests as they use; it comes without types. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface Message {
    flags: readonly string[];
  }
  interface ImapServer {
    readonly server: Server;
    readonly folderCache: Readonly<Record<string, { readonly messages: readonly Message[] }>>;
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
    appendMessage(folder: string, flags: readonly string[], at: undefined, raw: string): void;
  }
  function hoodiecrow(options: {
    readonly plugins: readonly string[];
    readonly users: Readonly<Record<string, { readonly password: string }>>;
    readonly storage: Readonly<Record<string, { readonly messages: readonly Message[] }>>;
  }): ImapServer;
  export = hoodiecrow;
}
