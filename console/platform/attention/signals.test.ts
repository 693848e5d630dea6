import { describe, expect, it } from 'vitest';
import type { DeskChat } from '#protocol/desk.ts';
import type { ServerFrame } from '#protocol/frames.ts';
import { connectDesk } from '../connection/desk-connection.ts';
import { AT, aDeskChat, aMessage, CHAT_ID, SADIE } from '../connection/factories.ts';
import { fakeMachine } from '../connection/fake-machine.ts';
import { fakeStorage } from '../connection/fake-storage.ts';
import type { Signal } from './signals.ts';
import { loudestOf, reminderAt, signalsOf } from './signals.ts';

const WAITING = { place: 'waiting', state: 'waiting', offered: true } as const;

function deskOf(...chats: DeskChat[]): ServerFrame {
  const presence = { state: 'available', openChats: 0, maxChats: 5 } as const;
  return { t: 'desk', desk: { presence, queues: [], colleagues: [], chats } };
}

const PAGE_ID = '0193d0c2-0000-4000-8000-0000000000e1';

/** A live connection to which the frames were delivered. */
function connectionAfter(desk: ServerFrame) {
  return deliver([desk], () => undefined);
}

/** The kinds of what the frames gave reason to ring for. */
function heardOf(...frames: ServerFrame[]): string[] {
  const heard: string[] = [];
  deliver(frames, (signals) => heard.push(...signals.map(({ kind }) => kind)));
  return heard;
}

function deliver(frames: readonly ServerFrame[], onSignals: (signals: Signal[]) => void) {
  const accountId = SADIE.accountId ?? '';
  const machine = fakeMachine(0);
  const connection = connectDesk({
    accountId,
    pageId: PAGE_ID,
    environment: machine.environment,
    durable: fakeStorage(),
    ofTab: fakeStorage(),
  });
  connection.listen((frame, before) => onSignals(signalsOf(before, connection.getState(), frame)));
  machine.open();
  machine.deliver({ t: 'welcome', as: 'staff', accountId, now: AT }, ...frames);
  return connection;
}

describe('a new chat', () => {
  it('rings when it is offered, however often the server repeats it', () => {
    const chat = aDeskChat(WAITING);
    expect(heardOf(deskOf(chat), deskOf(chat), { t: 'chat', chat })).toEqual(['chat']);
  });

  it('does not ring for an operator to whom it is not offered', () => {
    expect(heardOf(deskOf(aDeskChat({ ...WAITING, offered: false })))).toEqual([]);
  });

  it('rings when it becomes offered later', () => {
    const chat = aDeskChat({ ...WAITING, offered: false });
    expect(heardOf(deskOf(chat), { t: 'chat', chat: { ...chat, offered: true } })).toEqual([
      'chat',
    ]);
  });

  it('rings again when it comes back to the queue', () => {
    const chat = aDeskChat(WAITING);
    const again = { ...chat, waitingSince: '2026-03-03T22:50:00.000Z', lastSeq: 4 };
    expect(heardOf(deskOf(chat), { t: 'chat', chat: again })).toEqual(['chat', 'chat']);
  });
});

describe('a new message', () => {
  const history: ServerFrame = { t: 'events', chatId: CHAT_ID, events: [aMessage(1, 'old')] };
  const news: ServerFrame = { t: 'events', chatId: CHAT_ID, events: [aMessage(2, 'new')] };

  it('rings once, and the history that is read first does not', () => {
    expect(heardOf(deskOf(aDeskChat({})), history, news, news)).toEqual(['message']);
  });

  it('does not ring when an operator wrote it', () => {
    const own: ServerFrame = { t: 'events', chatId: CHAT_ID, events: [aMessage(2, 'me', SADIE)] };
    expect(heardOf(deskOf(aDeskChat({})), history, own)).toEqual([]);
  });

  it('does not ring in a chat that is not one’s own', () => {
    expect(heardOf(deskOf(), history, news)).toEqual([]);
  });
});

describe('a chat that still waits', () => {
  const since = Date.parse(AT);
  const later = aDeskChat({ ...WAITING, id: PAGE_ID, waitingSince: '2026-03-03T22:41:10.000Z' });
  const connection = connectionAfter(deskOf(later, aDeskChat(WAITING)));

  it.each([
    { seconds: 14, key: undefined },
    { seconds: 15, key: `${CHAT_ID}.${AT}.1` },
    { seconds: 29, key: `${CHAT_ID}.${AT}.1` },
    { seconds: 30, key: `${CHAT_ID}.${AT}.2` },
  ])('rings after $seconds s as $key, and the one behind it does not', ({ seconds, key }) => {
    expect(reminderAt(connection.getState(), since + seconds * 1_000)?.key).toBe(key);
  });

  it('does not ring when nobody waits', () => {
    expect(reminderAt(connectionAfter(deskOf()).getState(), since + 60_000)).toBeNull();
  });
});

describe('several at once', () => {
  const chat = aDeskChat({});
  const message: Signal = { kind: 'message', key: 'm', chat, text: 'hello' };
  const offer: Signal = { kind: 'chat', key: 'c', chat };

  it.each([
    { told: 'a chat before a message', signals: [message, offer], heard: offer },
    { told: 'a message alone', signals: [message], heard: message },
    { told: 'nothing for nothing', signals: [], heard: null },
  ])('are heard as one: $told', ({ signals, heard }) => {
    expect(loudestOf(signals)).toBe(heard);
  });
});
