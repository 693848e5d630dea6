import type { ClientFrame, ServerFrame } from '#protocol/frames.ts';

/** One attempt to reach the server, by whatever way, until it closes. */
export interface Transport {
  /** Milliseconds without a frame after which the way is held for dead. */
  readonly silence: number;
  /** Whether a `ping` is answered, so that a tab that wakes can ask. */
  readonly answersPing: boolean;
  send(frame: ClientFrame): void;
  /** After this, no listener is called any more. */
  close(): void;
}

export interface TransportListeners {
  onFrame(frame: ServerFrame): void;
  /** Once, with a close code of RFC 6455 or of the protocol. */
  onClose(code: number): void;
}

export type OpenTransport = (listeners: TransportListeners) => Transport;

/** RFC 6455's code for a connection that ended without a word. */
export const ABNORMAL = 1006;
