import type { Socket } from 'node:net';
import type { Bus } from '../platform/events/bus.ts';

export interface Awaited {
  /** Resolves when something is appended, after the seconds, or when the client hangs up. */
  readonly arrived: Promise<void>;
  /** Ends the wait. */
  cancel(): void;
}

/** For networks that refuse sockets: listens for the next event of a chat. */
export function awaitEvent(bus: Bus, chatId: string, seconds: number, connection: Socket): Awaited {
  const { promise, resolve } = Promise.withResolvers<void>();
  const cancel = () => {
    clearTimeout(timer);
    unsubscribe();
    connection.off('close', cancel);
    resolve();
  };
  const timer = setTimeout(cancel, seconds * 1_000);
  const unsubscribe = bus.subscribe('chat', (hint) => {
    if (hint.chatId === chatId && hint.events) cancel();
  });
  connection.on('close', cancel);
  return { arrived: promise, cancel };
}
