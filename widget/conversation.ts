import type { ClientFrame, ServerFrame } from '#protocol/frames.ts';
import type { VisitedPage } from '#protocol/schemas.ts';
import { isPassing } from './api.ts';
import { type Connection, keepConnected } from './connection.ts';
import { type ConversationState, hearFrame, UNHEARD } from './conversation-state.ts';
import { TYPING_SECONDS } from './limits.ts';
import type { Outbox } from './outbox.ts';
import { hasGap } from './stream.ts';
import type { OpenTransport } from './transport/transport.ts';

/** One running chat in one tab. */
export interface Conversation {
  state(): ConversationState;
  /** The connection, for what happens to the tab: sleep, network. */
  readonly connection: Connection;
  say(text: string): void;
  /** The patron is at the keyboard; `hasText`: something is in the field. */
  type(hasText: boolean): void;
  /** The patron has all of it before their eyes. */
  see(): void;
  visit(page: VisitedPage): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Another tab has changed the outbox. */
  rereadOutbox(): void;
  stop(): void;
}

export interface ConversationOptions {
  chatId: string;
  token: string;
  outbox: Outbox;
  socket(hello: () => ClientFrame): OpenTransport;
  poll(after: () => number): OpenTransport;
  onChange(): void;
}

/** Milliseconds after which what was not acknowledged is sent again, and a gap asked for again. */
const REPEAT_AFTER = 5_000;
/** Milliseconds between two typing marks, well before the last one fades. */
const TYPING_EVERY = (TYPING_SECONDS * 1_000) / 2;

export function startConversation(options: ConversationOptions): Conversation {
  const { chatId, token, outbox } = options;
  let state: ConversationState = { ...UNHEARD, outgoing: outbox.list(chatId) };
  let page: VisitedPage | null = null;
  let askedAfter = -1;
  let toldSeen = 0;
  let toldTyping = 0;
  let typingFades: ReturnType<typeof setTimeout> | undefined;
  const sentAt = new Map<string, number>();

  const change = (next: ConversationState) => {
    if (next === state) return;
    state = next;
    options.onChange();
  };
  const rereadOutbox = () => change({ ...state, outgoing: outbox.list(chatId) });
  const after = () => state.stream.last;

  /** Sends what is unsettled and was not sent, or written by another tab, since `before`. */
  const postUnsettled = (before: number) => {
    if (state.link !== 'live') return;
    for (const { clientId, text, at, refused } of state.outgoing) {
      if (refused || (sentAt.get(clientId) ?? Date.parse(at)) > before) continue;
      sentAt.set(clientId, Date.now());
      connection.send({ t: 'post', clientId, text });
    }
  };

  const onFrame = (frame: ServerFrame) => {
    const before = state.outgoing;
    change(hearFrame(state, frame));
    // In the stream is stored: only now may it leave this browser.
    for (const { clientId } of before) {
      if (!state.outgoing.some((message) => message.clientId === clientId)) outbox.settle(clientId);
    }
    if (hasGap(state.stream) || (frame.t === 'events' && frame.more)) askForMissing();
    if (frame.t === 'refused' && frame.clientId) refuse(frame.clientId, frame.code);
    if (frame.t === 'typing' && frame.on) fadeTyping();
  };

  const refuse = (clientId: string, code: Extract<ServerFrame, { t: 'refused' }>['code']) => {
    if (isPassing(code)) return;
    outbox.refuse(clientId, code);
    rereadOutbox();
  };

  /** Once for each number: whatever else arrives before the answer would only ask the same again. */
  const askForMissing = () => {
    if (askedAfter === after()) return;
    askedAfter = after();
    connection.send({ t: 'follow', after: askedAfter });
  };

  const fadeTyping = () => {
    clearTimeout(typingFades);
    typingFades = setTimeout(
      () => change({ ...state, operatorTyping: false }),
      TYPING_SECONDS * 1_000,
    );
  };

  const connection = keepConnected({
    socket: options.socket(() => ({ t: 'hello', as: 'patron', token, after: after() })),
    poll: options.poll(after),
    random: Math.random,
    onFrame,
    onLink(link) {
      change({ ...state, link, operatorTyping: link === 'live' && state.operatorTyping });
      askedAfter = -1;
      toldSeen = 0;
      if (link !== 'live') return;
      postUnsettled(Number.POSITIVE_INFINITY);
      if (page) connection.send({ t: 'page', page });
    },
  });

  // The last resort: a lost acknowledgement, a tab that closed before it could send, a gap not answered.
  const repeat = setInterval(() => {
    postUnsettled(Date.now() - REPEAT_AFTER);
    askedAfter = -1;
    if (hasGap(state.stream)) askForMissing();
  }, REPEAT_AFTER);

  return {
    state: () => state,
    connection,
    rereadOutbox,
    say(text) {
      const { clientId } = outbox.put(chatId, text);
      rereadOutbox();
      toldTyping = 0;
      if (state.link !== 'live') return;
      sentAt.set(clientId, Date.now());
      connection.send({ t: 'post', clientId, text });
    },
    type(hasText) {
      const isTold = Date.now() - toldTyping < TYPING_EVERY;
      if (hasText === isTold) return;
      toldTyping = hasText ? Date.now() : 0;
      connection.send({ t: 'typing', on: hasText });
    },
    see() {
      if (state.link !== 'live' || after() <= toldSeen) return;
      toldSeen = after();
      connection.send({ t: 'seen', seq: toldSeen });
    },
    visit(visited) {
      page = visited;
      connection.send({ t: 'page', page });
    },
    retry(clientId) {
      outbox.retry(clientId);
      rereadOutbox();
      sentAt.delete(clientId);
      postUnsettled(Number.POSITIVE_INFINITY);
    },
    discard(clientId) {
      outbox.settle(clientId);
      rereadOutbox();
    },
    stop() {
      clearInterval(repeat);
      clearTimeout(typingFades);
      connection.stop();
    },
  };
}
