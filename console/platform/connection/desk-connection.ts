import type { ServerFrame } from '#protocol/frames.ts';
import { changeState } from './change-state.ts';
import type { ConnectionState, LocalChange } from './connection-state.ts';
import { initialState } from './connection-state.ts';
import { chatsWithGap, resumePoint, wantedChats } from './followed-chats.ts';
import { dueEntries, isPassing } from './outbox.ts';
import { loadEntries, storeChanges } from './outbox-storage.ts';
import { parseFrame } from './parse-frame.ts';
import { loadMarks, storeMarks } from './read-marks.ts';
import { receiveFrame } from './receive-frame.ts';
import type { LoopEnvironment } from './socket-loop.ts';
import { runSocketLoop } from './socket-loop.ts';
import { createStore } from './store.ts';

/** Milliseconds. An acknowledgement may overtake the events before it: a gap that short is none. */
const GAP_GRACE = 300;
const GAP_ASK_AGAIN = 3_000;
/** Before what was refused in passing goes out again. */
const SEND_AGAIN = 2_000;

export interface DeskConnection {
  readonly getState: () => ConnectionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Hears each frame after it has been applied; `before` is the state without it. */
  readonly listen: (listener: FrameListener) => () => void;
  readonly change: (change: LocalChange) => void;
  /** Says or notes something: kept until the server has it, whatever happens to the tab. */
  readonly post: (chatId: string, text: string, note: boolean) => void;
  readonly sendTyping: (chatId: string, on: boolean) => void;
  /** An answer to a ticket is being written here, or no more. */
  readonly sendWriting: (ticketId: string, on: boolean) => void;
  readonly markRead: (chatId: string, seq: number) => void;
  /** Chats shown without being one's own, or still shown after they ended. */
  readonly setReading: (chatIds: readonly string[]) => void;
  readonly probe: (withinMilliseconds: number) => void;
  readonly stop: () => void;
}

export type FrameListener = (frame: ServerFrame, before: ConnectionState) => void;

export interface ConnectionOptions {
  readonly accountId: string;
  /** Made once a load of the page: names its lease of presence. */
  readonly pageId: string;
  readonly environment: LoopEnvironment;
  readonly durable: Storage;
  readonly ofTab: Storage;
}

/** One tab's live desk: the socket's frames reduced to a state, and the few frames that a tab sends. */
export function connectDesk(options: ConnectionOptions): DeskConnection {
  const { accountId, environment, durable, ofTab } = options;
  const store = createStore(
    initialState(accountId, loadEntries(durable, accountId), loadMarks(ofTab, accountId)),
  );
  const listeners = new Set<FrameListener>();
  const followed = new Set<string>();
  let reading: readonly string[] = [];
  let gapTimer: number | null = null;
  let resendTimer: number | null = null;

  const loop = runSocketLoop(environment, {
    hello: () => ({ t: 'hello', as: 'staff', pageId: options.pageId }),
    parseFrame,
    onLink(link) {
      followed.clear();
      if (link !== 'open') change({ type: 'link', link });
    },
    onFrame: receive,
  });

  function update(step: (state: ConnectionState) => ConnectionState): void {
    const before = store.getState();
    store.update(step);
    const after = store.getState();
    if (after.outbox.entries !== before.outbox.entries) {
      storeChanges(durable, accountId, before.outbox.entries, after.outbox.entries);
    }
    if (after.ownSeen !== before.ownSeen) {
      storeMarks(ofTab, accountId, after.ownSeen, wantedChats(after, reading));
    }
  }

  function change(made: LocalChange): void {
    update((state) => changeState(state, made));
    act();
  }

  function receive(frame: ServerFrame): void {
    const before = store.getState();
    update((state) => receiveFrame(state, frame, environment.now()));
    if (frame.t === 'events' && frame.more === true) follow(frame.chatId);
    if (frame.t === 'refused' && isPassing(frame.code)) sendAgainLater();
    act();
    for (const listener of listeners) listener(frame, before);
  }

  /** Brings the server up to what this tab wants. Safe to call at any time. */
  function act(): void {
    const state = store.getState();
    if (state.link !== 'open') return;
    followWanted(state);
    const due = resendTimer === null ? dueEntries(state.outbox) : [];
    for (const { chatId, clientId, text, note } of due) {
      loop.send({ t: 'post', chatId, clientId, text, ...(note && { note }) });
    }
    if (due.length > 0) {
      change({ type: 'sent', clientIds: due.map(({ clientId }) => clientId) });
    }
    watchGaps(GAP_GRACE);
  }

  function followWanted(state: ConnectionState): void {
    // Before the first snapshot nobody knows which chats are one's own.
    if (state.desk === null) return;
    const wanted = wantedChats(state, reading);
    for (const chatId of wanted) {
      if (!followed.has(chatId)) follow(chatId);
    }
    for (const chatId of [...followed].filter((id) => !wanted.includes(id))) {
      followed.delete(chatId);
      loop.send({ t: 'unfollow', chatId });
      update((current) => changeState(current, { type: 'stream_left', chatId }));
    }
  }

  function follow(chatId: string): void {
    if (loop.send({ t: 'follow', chatId, after: resumePoint(store.getState(), chatId) })) {
      followed.add(chatId);
    }
  }

  function watchGaps(after: number): void {
    if (gapTimer !== null || chatsWithGap(store.getState(), followed).length === 0) return;
    gapTimer = environment.setTimer(() => {
      gapTimer = null;
      for (const chatId of chatsWithGap(store.getState(), followed)) follow(chatId);
      watchGaps(GAP_ASK_AGAIN);
    }, after);
  }

  function sendAgainLater(): void {
    if (resendTimer !== null) return;
    resendTimer = environment.setTimer(() => {
      resendTimer = null;
      act();
    }, SEND_AGAIN);
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    post(chatId, text, note) {
      const clientId = crypto.randomUUID();
      const writtenAt = new Date(environment.now()).toISOString();
      change({
        type: 'written',
        entry: { clientId, chatId, text, note, writtenAt, refused: null },
      });
    },
    sendTyping(chatId, on) {
      loop.send({ t: 'typing', chatId, on });
    },
    sendWriting(ticketId, on) {
      loop.send({ t: 'writing', ticketId, on });
    },
    markRead(chatId, seq) {
      if (seq <= (store.getState().ownSeen[chatId] ?? 0)) return;
      change({ type: 'read', chatId, seq });
      loop.send({ t: 'seen', chatId, seq });
    },
    setReading(chatIds) {
      reading = chatIds;
      act();
    },
    probe: loop.probe,
    stop() {
      if (gapTimer !== null) environment.clearTimer(gapTimer);
      if (resendTimer !== null) environment.clearTimer(resendTimer);
      listeners.clear();
      loop.stop();
    },
  };
}
