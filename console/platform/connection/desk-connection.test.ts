import { describe, expect, it } from 'vitest';
import type { ChatEvent } from '#protocol/events.ts';
import type { ClientFrame, ServerFrame } from '#protocol/frames.ts';
import { connectDesk } from './desk-connection.ts';
import { AT, aChat, aDeskChat, aMessage, CHAT_ID, SADIE } from './factories.ts';
import type { FakeMachine } from './fake-machine.ts';
import { fakeMachine } from './fake-machine.ts';
import { fakeStorage } from './fake-storage.ts';

const ACCOUNT_ID = SADIE.accountId ?? '';
const WELCOME: ServerFrame = { t: 'welcome', as: 'staff', accountId: ACCOUNT_ID, now: AT };

function deskOf(...chats: ReturnType<typeof aDeskChat>[]): ServerFrame {
  const presence = { state: 'available', openChats: chats.length, maxChats: 5 } as const;
  return { t: 'desk', desk: { presence, queues: [], colleagues: [], chats } };
}

function eventsOf(...events: ChatEvent[]): ServerFrame {
  return { t: 'events', chatId: CHAT_ID, events };
}

function start(machine: FakeMachine, durable = fakeStorage()) {
  const connection = connectDesk({
    accountId: ACCOUNT_ID,
    pageId: '0193d0c2-0000-4000-8000-0000000000e1',
    environment: machine.environment,
    durable,
    ofTab: fakeStorage(),
  });
  return { connection, durable };
}

function come(machine: FakeMachine, ...frames: ServerFrame[]): void {
  machine.open();
  machine.deliver(WELCOME, ...frames);
}

function sentOf<Name extends ClientFrame['t']>(machine: FakeMachine, name: Name) {
  return machine.socket().sent.filter((frame) => frame.t === name) as Extract<
    ClientFrame,
    { t: Name }
  >[];
}

describe('following', () => {
  it('begins with every chat of one’s own, and no other', () => {
    const machine = fakeMachine(0);
    start(machine);
    const waiting = aDeskChat({ id: ACCOUNT_ID, place: 'waiting', state: 'waiting' });
    come(machine, deskOf(aDeskChat({}), waiting));
    expect(sentOf(machine, 'follow')).toEqual([{ t: 'follow', chatId: CHAT_ID, after: 0 }]);
  });

  it('resumes after the last applied event on the next connection', () => {
    const machine = fakeMachine(0);
    start(machine);
    come(machine, deskOf(aDeskChat({})), eventsOf(aMessage(1, 'one'), aMessage(2, 'two')));
    machine.close(1006);
    machine.pass(0);
    come(machine, deskOf(aDeskChat({ lastSeq: 2 })));
    expect(sentOf(machine, 'follow')).toEqual([{ t: 'follow', chatId: CHAT_ID, after: 2 }]);
  });

  it('asks on for a history longer than one answer', () => {
    const machine = fakeMachine(0);
    start(machine);
    come(machine, deskOf(aDeskChat({ lastSeq: 2 })));
    machine.deliver({ t: 'events', chatId: CHAT_ID, events: [aMessage(1, 'one')], more: true });
    expect(sentOf(machine, 'follow').at(-1)).toMatchObject({ after: 1 });
  });

  it('asks for what is missing, once, after a gap that lasts', () => {
    const machine = fakeMachine(0);
    const { connection } = start(machine);
    come(machine, deskOf(aDeskChat({})), eventsOf(aMessage(1, 'one'), aMessage(3, 'three')));
    expect(sentOf(machine, 'follow')).toHaveLength(1);
    machine.pass(300);
    expect(sentOf(machine, 'follow').slice(1)).toEqual([
      { t: 'follow', chatId: CHAT_ID, after: 1 },
    ]);
    machine.deliver(eventsOf(aMessage(2, 'two'), aMessage(3, 'three')));
    machine.pass(4_000);
    expect(sentOf(machine, 'follow')).toHaveLength(2);
    expect(connection.getState().streams[CHAT_ID]?.events).toHaveLength(3);
  });

  it('ends when a chat is neither one’s own nor shown', () => {
    const machine = fakeMachine(0);
    const { connection } = start(machine);
    come(machine, deskOf(aDeskChat({})), eventsOf(aMessage(1, 'one')));
    connection.setReading([CHAT_ID]);
    machine.deliver({ t: 'gone', chatId: CHAT_ID });
    expect(sentOf(machine, 'unfollow')).toEqual([]);
    connection.setReading([]);
    expect(sentOf(machine, 'unfollow')).toEqual([{ t: 'unfollow', chatId: CHAT_ID }]);
    expect(connection.getState().streams[CHAT_ID]).toBeUndefined();
  });
});

describe('what the operator writes', () => {
  it('goes out, and its acknowledgement stands for its event', () => {
    const machine = fakeMachine(0);
    const { connection, durable } = start(machine);
    come(machine, deskOf(aDeskChat({})), eventsOf(aMessage(1, 'one')));
    connection.post(CHAT_ID, 'hello', false);
    const [post] = sentOf(machine, 'post');
    expect(post).toMatchObject({ chatId: CHAT_ID, text: 'hello' });
    machine.deliver({ t: 'ack', chatId: CHAT_ID, clientId: post?.clientId ?? '', seq: 2, at: AT });
    const { streams, outbox } = connection.getState();
    expect(streams[CHAT_ID]?.events.at(-1)).toMatchObject({
      seq: 2,
      text: 'hello',
      kind: 'message',
    });
    expect(outbox.entries).toEqual([]);
    expect(durable.length).toBe(0);
  });

  it('waits in its place when the acknowledgement overtakes an earlier event', () => {
    const machine = fakeMachine(0);
    const { connection } = start(machine);
    come(machine, deskOf(aDeskChat({})), eventsOf(aMessage(1, 'one')));
    connection.post(CHAT_ID, 'mine', true);
    const clientId = sentOf(machine, 'post')[0]?.clientId ?? '';
    machine.deliver({ t: 'ack', chatId: CHAT_ID, clientId, seq: 3, at: AT });
    expect(connection.getState().streams[CHAT_ID]?.events).toHaveLength(1);
    machine.deliver(eventsOf(aMessage(2, 'theirs')));
    const shown = connection.getState().streams[CHAT_ID]?.events.map((event) => event.seq);
    expect(shown).toEqual([1, 2, 3]);
    machine.pass(4_000);
    expect(sentOf(machine, 'follow')).toHaveLength(1);
  });

  it('is sent again with the same client id after a loss, and shown once', () => {
    const machine = fakeMachine(0);
    const { connection } = start(machine);
    come(machine, deskOf(aDeskChat({})));
    connection.post(CHAT_ID, 'hello', false);
    const clientId = sentOf(machine, 'post')[0]?.clientId ?? '';
    machine.close(1006);
    connection.post(CHAT_ID, 'still there?', false);
    machine.pass(0);
    come(machine, deskOf(aDeskChat({})));
    expect(sentOf(machine, 'post').map(({ text }) => text)).toEqual(['hello', 'still there?']);
    expect(sentOf(machine, 'post')[0]?.clientId).toBe(clientId);
    // The first did arrive: it comes with the history, and then its repeat is acknowledged.
    machine.deliver(eventsOf({ ...aMessage(1, 'hello', SADIE), clientId } as ChatEvent));
    machine.deliver({ t: 'ack', chatId: CHAT_ID, clientId, seq: 1, at: AT });
    expect(connection.getState().streams[CHAT_ID]?.events).toHaveLength(1);
    expect(connection.getState().outbox.entries.map(({ text }) => text)).toEqual(['still there?']);
  });

  it('is found again by the next load of the page', () => {
    const machine = fakeMachine(0);
    const { connection, durable } = start(machine);
    connection.post(CHAT_ID, 'written without a network', false);
    connection.stop();
    const next = fakeMachine(0);
    start(next, durable);
    come(next, deskOf(aDeskChat({})));
    expect(sentOf(next, 'post')).toMatchObject([{ text: 'written without a network' }]);
  });

  it('keeps its text and shows why when it is refused', () => {
    const machine = fakeMachine(0);
    const { connection } = start(machine);
    come(machine, deskOf(aDeskChat({})));
    connection.post(CHAT_ID, 'too late', false);
    const clientId = sentOf(machine, 'post')[0]?.clientId ?? '';
    machine.deliver({ t: 'refused', clientId, chatId: CHAT_ID, code: 'chat_closed', detail: '' });
    expect(connection.getState().outbox.entries).toMatchObject([
      { text: 'too late', refused: { code: 'chat_closed' } },
    ]);
    machine.pass(60_000);
    expect(
      machine.sockets.flatMap(({ sent }) => sent).filter(({ t }) => t === 'post'),
    ).toHaveLength(1);
  });

  it('waits a little and goes out again when the server is overrun', () => {
    const machine = fakeMachine(0);
    const { connection } = start(machine);
    come(machine, deskOf(aDeskChat({})));
    connection.post(CHAT_ID, 'patience', false);
    const clientId = sentOf(machine, 'post')[0]?.clientId ?? '';
    machine.deliver({ t: 'refused', clientId, code: 'too_many_requests', detail: '' });
    expect(sentOf(machine, 'post')).toHaveLength(1);
    machine.pass(2_000);
    expect(sentOf(machine, 'post')).toHaveLength(2);
  });
});

describe('the desk', () => {
  it('ignores a chat older than the one shown, and takes its equal for what is transient', () => {
    const machine = fakeMachine(0);
    const { connection } = start(machine);
    const shown = () => connection.getState().desk?.chats[CHAT_ID];
    come(machine, deskOf(aDeskChat({ lastSeq: 5, patronName: 'Amira' })));
    machine.deliver({ t: 'chat', chat: aDeskChat({ lastSeq: 4, patronName: 'Older' }) });
    expect(shown()?.patronName).toBe('Amira');
    machine.deliver({ t: 'chat', chat: aDeskChat({ lastSeq: 5, patronHere: false }) });
    expect(shown()?.patronHere).toBe(false);
  });

  it('shows for a moment who took a waiting chat', () => {
    const machine = fakeMachine(0);
    const { connection } = start(machine);
    come(machine, deskOf(aDeskChat({ place: 'waiting', state: 'waiting' })));
    machine.deliver({ t: 'gone', chatId: CHAT_ID, claimedBy: 'Jonas' });
    expect(connection.getState().desk?.chats).toEqual({});
    expect(connection.getState().departures).toMatchObject([{ claimedBy: 'Jonas' }]);
    connection.change({ type: 'departure_shown', chatId: CHAT_ID });
    expect(connection.getState().departures).toEqual([]);
  });

  it('takes the answer to a claim before the frame that says the same', () => {
    const machine = fakeMachine(0);
    const { connection } = start(machine);
    come(machine, deskOf(aDeskChat({ place: 'waiting', state: 'waiting', lastSeq: 2 })));
    const chat = aChat({ state: 'active', ownerId: ACCOUNT_ID, lastSeq: 3 });
    connection.change({ type: 'chat_answered', chat });
    expect(connection.getState().desk?.chats[CHAT_ID]?.place).toBe('mine');
    expect(sentOf(machine, 'follow')).toMatchObject([{ chatId: CHAT_ID }]);
  });

  it('forgets a typing mark when the message comes', () => {
    const machine = fakeMachine(0);
    const { connection } = start(machine);
    come(machine, deskOf(aDeskChat({})));
    machine.deliver({ t: 'typing', chatId: CHAT_ID, who: 'patron', on: true });
    expect(connection.getState().typing[CHAT_ID]?.who).toBe('patron');
    machine.deliver(eventsOf(aMessage(1, 'here')));
    expect(connection.getState().typing[CHAT_ID]).toBeUndefined();
  });
});
