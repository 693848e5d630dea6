import type { ProblemCode } from '#protocol/problems.ts';
import { newId } from './id.ts';
import { readStored, type Shelf } from './shelf.ts';

/** A message of the patron's that is not known to be stored yet. */
export interface Outgoing {
  clientId: string;
  chatId: string;
  text: string;
  /** When it was written: ISO 8601 UTC. */
  at: string;
  /** Why it was not taken. Without it, it is on its way or will be sent again. */
  refused?: ProblemCode;
}

export interface Outbox {
  /** Stores a message before anything is sent; it stays until `settle`. */
  put(chatId: string, text: string): Outgoing;
  /** What is unsettled of a chat, oldest first, whichever tab wrote it. */
  list(chatId: string): Outgoing[];
  /** It is stored on the server, or the patron took it back. */
  settle(clientId: string): void;
  /** The server would not have it: shown with the reason, text kept. */
  refuse(clientId: string, code: ProblemCode): void;
  /** To be sent again, under the same id: the server then knows a repeat for one. */
  retry(clientId: string): void;
}

const SHELF_START = 'out:';

/**
 * One key a message, so that two tabs never write over each other's. Ids sort by time, and so do the
 * keys. Two tabs may send the same message: its id makes it one.
 */
export function openOutbox(shelf: Shelf): Outbox {
  const read = (name: string) =>
    readStored<Outgoing>(shelf, name, ['clientId', 'chatId', 'text', 'at']);
  const write = (message: Outgoing) =>
    shelf.write(SHELF_START + message.clientId, JSON.stringify(message));

  return {
    put(chatId, text) {
      const message = { clientId: newId(), chatId, text, at: new Date().toISOString() };
      write(message);
      return message;
    },
    list(chatId) {
      return shelf
        .names(SHELF_START)
        .map(read)
        .filter((message) => message?.chatId === chatId)
        .filter((message) => message !== null);
    },
    settle(clientId) {
      shelf.remove(SHELF_START + clientId);
    },
    refuse(clientId, code) {
      const message = read(SHELF_START + clientId);
      if (message) write({ ...message, refused: code });
    },
    retry(clientId) {
      const message = read(SHELF_START + clientId);
      if (!message) return;
      const { refused: _, ...again } = message;
      write(again);
    },
  };
}

/** Whether a change under this name of the shelf may have changed an outbox. */
export function isOutboxName(name: string): boolean {
  return name.startsWith(SHELF_START);
}
