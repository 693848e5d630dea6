import type { Writable } from 'node:stream';
import type { WebSocket } from 'ws';
import type { ServerFrame } from '#protocol/frames.ts';
import { encodeText } from './encode-text.ts';

/** One connection, whoever is at its other end. */
export interface Peer {
  /** Of this connection alone, never reused. */
  readonly id: string;
  send(frame: ServerFrame): void;
  /** A frame that is text already: made once for all who get it. */
  sendText(text: string): void;
  close(code: number, reason: string): void;
  /** Milliseconds since anything came from the other end. */
  silentFor(): number;
}

/** Bytes that may wait for a reader. Who lets more pile up is cut off, and resumes by its last number. */
const MOST_UNREAD_BYTES = 1_000_000;

/** How long the other end has to say goodbye as well. */
const GOODBYE_MS = 1_000;

/** What a peer asks of its connection. */
export interface Line {
  readonly socket: WebSocket;
  /** The connection below the socket: frames of text are written to it in one piece. */
  readonly stream: Writable;
  readonly silentFor: () => number;
  readonly onTooSlow: () => void;
}

export function peerOf(id: string, { socket, stream, silentFor, onTooSlow }: Line): Peer {
  const peer: Peer = {
    id,
    send: (frame) => peer.sendText(JSON.stringify(frame)),
    sendText(text) {
      if (socket.readyState !== socket.OPEN) return;
      if (stream.writableLength > MOST_UNREAD_BYTES) {
        onTooSlow();
        return;
      }
      stream.write(encodeText(text));
    },
    close(code, reason) {
      socket.close(code, reason);
      // Frames of a flood are parsed until its sender takes leave, too, and a flooder never does.
      setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
    },
    silentFor,
  };
  return peer;
}
