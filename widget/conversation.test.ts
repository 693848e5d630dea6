import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChatEvent } from '#protocol/events.ts';
import type { ClientFrame, ServerFrame } from '#protocol/frames.ts';
import { type Conversation, startConversation } from './conversation.ts';
import { plainStorage } from './fake-storage.ts';
import { openOutbox } from './outbox.ts';
import { openShelf } from './shelf.ts';
import { ABNORMAL, type OpenTransport, type TransportListeners } from './transport/transport.ts';

const AT = '2026-01-05T09:00:00.000Z';
const HELLO: ServerFrame = {
  t: 'hello_patron',
  now: AT,
  chat: {
    id: 'chat',
    state: 'waiting',
    lastSeq: 1,
    openedAt: AT,
    operator: null,
    formOffered: false,
  },
};
const opened: ChatEvent = { kind: 'opened', seq: 1, at: AT, by: { kind: 'patron' } };
const said = (seq: number, clientId = `o${seq}`): ChatEvent => ({
  kind: 'message',
  seq,
  at: AT,
  by: { kind: 'operator', name: 'Sadie' },
  clientId,
  text: `message ${seq}`,
});
const events = (...list: ChatEvent[]): ServerFrame => ({
  t: 'events',
  chatId: 'chat',
  events: list,
});

/** A tab on a shared storage, with the server's side of its connection in our hands. */
function openTab(storage: Storage) {
  const lines: { server: TransportListeners; sent: ClientFrame[]; hello: ClientFrame }[] = [];
  const socket =
    (hello: () => ClientFrame): OpenTransport =>
    (server) => {
      const line = { server, sent: [] as ClientFrame[], hello: hello() };
      lines.push(line);
      return {
        silence: 12_000,
        answersPing: true,
        send: (frame) => void line.sent.push(frame),
        close: () => undefined,
      };
    };
  const conversation: Conversation = startConversation({
    chatId: 'chat',
    token: 'token',
    outbox: openOutbox(openShelf('carrel:w:', storage)),
    socket,
    poll: () => () => {
      throw new Error('no test here fails often enough to poll');
    },
    onChange: () => undefined,
  });
  const line = () => {
    const latest = lines.at(-1);
    if (!latest) throw new Error('no connection was tried');
    return latest;
  };
  const posts = () => line().sent.filter((frame) => frame.t === 'post');
  const ack = (index: number, seq: number) =>
    line().server.onFrame({
      t: 'ack',
      chatId: 'chat',
      clientId: posts()[index]?.clientId ?? 'unknown',
      seq,
      at: AT,
    });
  const hear = (...frames: ServerFrame[]) => {
    for (const frame of frames) line().server.onFrame(frame);
  };
  return { conversation, line, lines, posts, ack, hear };
}

const shown = (conversation: Conversation) =>
  conversation
    .state()
    .stream.events.flatMap((event) => (event.kind === 'message' ? [event.text] : []));
const waiting = (conversation: Conversation) =>
  conversation.state().outgoing.map((message) => message.text);

describe('a conversation', () => {
  let tabs: Conversation[] = [];
  const open = (storage: Storage) => {
    const tab = openTab(storage);
    tabs.push(tab.conversation);
    return tab;
  };

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse(AT) });
  });
  afterEach(() => {
    for (const tab of tabs) tab.stop();
    tabs = [];
    vi.useRealTimers();
  });

  test('what is said while there is no connection goes out with it, in order', () => {
    const tab = open(plainStorage());
    tab.conversation.say('one');
    tab.conversation.say('two');
    expect(tab.posts()).toEqual([]);
    tab.hear(HELLO, events(opened));
    expect(tab.posts().map((post) => post.text)).toEqual(['one', 'two']);
  });

  test('a message lost with its connection is sent again under the same id', () => {
    const tab = open(plainStorage());
    tab.hear(HELLO, events(opened));
    tab.conversation.say('one');
    const [first] = tab.posts();
    tab.line().server.onClose(ABNORMAL);
    vi.advanceTimersToNextTimer();
    tab.hear(HELLO);
    expect(tab.posts()).toEqual([first]);
  });

  test('a message stored before the connection was lost is not said twice', () => {
    const tab = open(plainStorage());
    tab.hear(HELLO, events(opened));
    tab.conversation.say('one');
    const clientId = tab.posts()[0]?.clientId ?? '';
    tab.line().server.onClose(ABNORMAL);
    vi.advanceTimersToNextTimer();
    tab.hear(HELLO, events(said(2, clientId)));
    tab.ack(0, 2);
    expect(shown(tab.conversation)).toHaveLength(1);
    expect(waiting(tab.conversation)).toEqual([]);
  });

  test('a reconnect resumes after the last number applied', () => {
    const tab = open(plainStorage());
    tab.hear(HELLO, events(opened, said(2)));
    tab.line().server.onClose(ABNORMAL);
    vi.advanceTimersToNextTimer();
    expect(tab.line().hello).toMatchObject({ t: 'hello', as: 'patron', after: 2 });
  });

  test('what was typed survives a reload, unsent', () => {
    const storage = plainStorage();
    open(storage).conversation.say('one');
    expect(waiting(open(storage).conversation)).toEqual(['one']);
  });

  test('it leaves the storage when it is acknowledged, and not before', () => {
    const storage = plainStorage();
    const tab = open(storage);
    tab.hear(HELLO, events(opened));
    tab.conversation.say('one');
    expect(waiting(open(storage).conversation)).toEqual(['one']);
    tab.ack(0, 2);
    expect(waiting(open(storage).conversation)).toEqual([]);
    expect(shown(tab.conversation)).toEqual(['one']);
  });

  test('an unanswered message is repeated, a fresh one of another tab is left to that tab', () => {
    const storage = plainStorage();
    const [writer, reader] = [open(storage), open(storage)];
    for (const tab of [writer, reader]) tab.hear(HELLO, events(opened));
    writer.conversation.say('one');
    reader.conversation.rereadOutbox();
    expect(waiting(reader.conversation)).toEqual(['one']);
    expect(reader.posts()).toEqual([]);

    // The writer is gone before it is acknowledged.
    writer.conversation.stop();
    while (reader.posts().length === 0) {
      reader.hear({ t: 'ping' });
      vi.advanceTimersToNextTimer();
    }
    expect(reader.posts()).toEqual(writer.posts());
  });

  test('a gap is asked for once', () => {
    const tab = open(plainStorage());
    tab.hear(HELLO, events(opened), events(said(3)), events(said(4)));
    const follows = () => tab.line().sent.filter((frame) => frame.t === 'follow');
    expect(follows()).toEqual([{ t: 'follow', after: 1 }]);
    tab.hear(events(said(2), said(3), said(4)));
    expect(shown(tab.conversation)).toEqual(['message 2', 'message 3', 'message 4']);
    expect(follows()).toHaveLength(1);
  });

  test('a long history is asked for page by page', () => {
    const tab = open(plainStorage());
    tab.hear(HELLO, { t: 'events', chatId: 'chat', events: [opened, said(2)], more: true });
    expect(tab.line().sent).toContainEqual({ t: 'follow', after: 2 });
  });

  test('a refused message is kept with the reason; one that came too fast just goes again', () => {
    const tab = open(plainStorage());
    tab.hear(HELLO, events(opened));
    tab.conversation.say('one');
    tab.conversation.say('two');
    const [one, two] = tab.posts().map((post) => post.clientId);
    const refused = (clientId: string | undefined, code: 'chat_closed' | 'too_many_requests') =>
      tab.hear({ t: 'refused', clientId: clientId ?? '', chatId: 'chat', code, detail: '' });
    refused(one, 'chat_closed');
    refused(two, 'too_many_requests');
    expect(tab.conversation.state().outgoing).toMatchObject([
      { text: 'one', refused: 'chat_closed' },
      { text: 'two' },
    ]);
    expect(tab.conversation.state().outgoing[1]?.refused).toBeUndefined();
  });

  test('the page is told at once when connected, and again after a reconnect', () => {
    const page = { url: 'https://library.example/', title: 'Library' };
    const tab = open(plainStorage());
    tab.hear(HELLO, events(opened));
    tab.conversation.visit(page);
    tab.line().server.onClose(ABNORMAL);
    vi.advanceTimersToNextTimer();
    tab.hear(HELLO);
    expect(tab.line().sent).toContainEqual({ t: 'page', page });
  });

  test('typing is told now and then while it goes on, and its end at once', () => {
    const tab = open(plainStorage());
    tab.hear(HELLO, events(opened));
    for (const hasText of [true, true, true, false, false]) tab.conversation.type(hasText);
    expect(tab.line().sent).toEqual([
      { t: 'typing', on: true },
      { t: 'typing', on: false },
    ]);
  });

  test('reading is told once for each number', () => {
    const tab = open(plainStorage());
    tab.hear(HELLO, events(opened, said(2)));
    tab.conversation.see();
    tab.conversation.see();
    expect(tab.line().sent.filter((frame) => frame.t === 'seen')).toEqual([{ t: 'seen', seq: 2 }]);
  });
});
