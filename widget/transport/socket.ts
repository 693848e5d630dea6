import type { ClientFrame, ServerFrame } from '#protocol/frames.ts';
import { PING_SECONDS } from '../limits.ts';
import { ABNORMAL, type OpenTransport } from './transport.ts';

/** Two pings missed, and a little for the way. */
const SILENCE = (PING_SECONDS * 2 + 2) * 1_000;

/** `hello` is asked when the socket is open, since what has been applied may have grown meanwhile. */
export function socketTransport(url: string, hello: () => ClientFrame): OpenTransport {
  return ({ onFrame, onClose }) => {
    const socket = openSocket(url);
    let closed = false;
    const finish = (code: number) => {
      if (!closed) onClose(code);
      closed = true;
    };
    const send = (frame: ClientFrame) => {
      if (socket && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
    };

    if (!socket) queueMicrotask(() => finish(ABNORMAL));
    socket?.addEventListener('open', () => send(hello()));
    socket?.addEventListener('close', (event) => finish(event.code));
    socket?.addEventListener('message', (event) => {
      const frame = parseFrame(event.data);
      if (frame && !closed) onFrame(frame);
    });

    return {
      silence: SILENCE,
      answersPing: true,
      send,
      close() {
        closed = true;
        socket?.close();
      },
    };
  };
}

/** A page's policy may forbid sockets by throwing. */
function openSocket(url: string): WebSocket | null {
  try {
    return new WebSocket(url);
  } catch {
    return null;
  }
}

/** A newer server may say what this page does not know yet: frames are told apart by `t` and unknown ones passed over. */
function parseFrame(data: unknown): ServerFrame | null {
  try {
    const frame: unknown = JSON.parse(String(data));
    return typeof frame === 'object' && frame !== null && 't' in frame
      ? (frame as ServerFrame)
      : null;
  } catch {
    return null;
  }
}
