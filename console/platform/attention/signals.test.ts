import { describe, expect, it } from 'vitest';
import type { DeskChat } from '#protocol/desk.ts';
import type { ServerFrame } from '#protocol/frames.ts';
import { connectDesk } from '../connection/desk-connection.ts';
import { AT, aDeskChat, aMessage, CHAT_ID, SADIE } from '../connection/factories.ts';
import { fakeMachine } from '../connection/fake-machine.ts';
import { fakeStorage } from '../connection/fake-storage.ts';
import { remindersAt, signalsOf } from './signals.ts';

const WAITING = { place: 'waiting', state: 'waiting', offered: true } as const;

function deskOf(...chats: DeskChat[]): ServerFrame {
  const presence = { state: 'available', openChats: 0, maxChats: 5 } as const;
  return { t: 'desk', desk: { presence, queues: [], colleagues: [], chats } };
}

/** Delivers the frames and returns the kinds of what they gave reason to ring for. */
function heardOf(...frames: ServerFrame[]): string[] {
  const machine = fakeMachine(0);
  const connection = connectDesk({
    accountId: SADIE.accountId ?? '',
    pageId: CHAT_ID,
    environment: machine.environment,
    durable: fakeStorage(),
    ofTab: fakeStorage(),
  });
  const heard: string[] = [];
  connection.listen((frame, before) => {
    heard.push(...signalsOf(before, connection.getState(), frame).map(({ kind }) => kind));
  });
  machine.open();
  machine.deliver(
    { t: 'welcome', as: 'staff', accountId: SADIE.accountId ?? '', now: AT },
    ...frames,
  );
  return heard;
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
  const state = {
    desk: { chats: { [CHAT_ID]: aDeskChat(WAITING) } },
  } as unknown as Parameters<typeof remindersAt>[0];
  const since = Date.parse(AT);

  it.each([
    { seconds: 14, round: null },
    { seconds: 15, round: 1 },
    { seconds: 29, round: 1 },
    { seconds: 30, round: 2 },
  ])('has after $seconds s had its ring number $round', ({ seconds, round }) => {
    const keys = remindersAt(state, since + seconds * 1_000).map(({ key }) => key);
    expect(keys).toEqual(round === null ? [] : [`${CHAT_ID}.${AT}.${round}`]);
  });
});
