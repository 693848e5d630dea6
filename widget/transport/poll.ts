import type { ClientFrame } from '#protocol/frames.ts';
import { type ChatApi, type FailureCode, isPassing } from '../api.ts';
import { CLOSE, LONG_POLL_SECONDS } from '../limits.ts';
import { ABNORMAL, type OpenTransport } from './transport.ts';

/** A long poll answers at its wait's end at the latest; the rest is for the way. */
const SILENCE = (LONG_POLL_SECONDS + 15) * 1_000;

/**
 * The socket's frames over plain HTTP, for networks that refuse sockets. What is transient on the
 * socket (typing, seen, page) is not said here, and nothing depends on it.
 */
export function pollTransport(api: ChatApi, after: () => number): OpenTransport {
  return ({ onFrame, onClose }) => {
    const stop = new AbortController();
    let posting: Promise<void> = Promise.resolve();

    const fail = (code: FailureCode) => {
      if (stop.signal.aborted) return;
      stop.abort();
      onClose(isPassing(code) ? ABNORMAL : CLOSE.notSignedIn);
    };

    const listen = async () => {
      const chat = await api.readChat();
      if (!chat.ok) return fail(chat.code);
      if (stop.signal.aborted) return;
      onFrame({ t: 'hello_patron', chat: chat.body, now: new Date().toISOString() });
      while (!stop.signal.aborted) {
        const answer = await api.awaitEvents(after(), stop.signal);
        if (stop.signal.aborted) return;
        if (!answer.ok) return fail(answer.code);
        onFrame({ t: 'events', chatId: chat.body.id, events: answer.body.events });
      }
    };

    const post = async (frame: Extract<ClientFrame, { t: 'post' }>) => {
      if (stop.signal.aborted) return;
      const { clientId, text } = frame;
      const answer = await api.postMessage(clientId, text);
      if (stop.signal.aborted) return;
      // Stored messages come back among the events, with their time: no acknowledgement is made up here.
      if (answer.ok) return;
      if (isPassing(answer.code)) return fail(answer.code);
      onFrame({ t: 'refused', clientId, code: answer.code, detail: '' });
    };

    void listen();
    return {
      silence: SILENCE,
      answersPing: false,
      send(frame) {
        // One after another, so that they are stored in the order they were written.
        if (frame.t === 'post') posting = posting.then(() => post(frame));
      },
      close: () => stop.abort(),
    };
  };
}
