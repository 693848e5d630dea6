import { describe, expect, test } from 'vitest';
import type { PatronChat } from '#protocol/chats.ts';
import type { ChatEvent } from '#protocol/events.ts';
import type { ServerFrame } from '#protocol/frames.ts';
import { type ConversationState, hearFrame, UNHEARD } from './conversation-state.ts';

const AT = '2026-01-05T09:00:00.000Z';
const CHAT: PatronChat = {
  id: 'chat',
  state: 'waiting',
  lastSeq: 1,
  openedAt: AT,
  operator: null,
  formOffered: false,
};
const operator = { kind: 'operator', name: 'Sadie' } as const;
const opened: ChatEvent = { kind: 'opened', seq: 1, at: AT, by: { kind: 'patron' } };
const claimed: ChatEvent = { kind: 'claimed', seq: 2, at: AT, by: operator };
const returned: ChatEvent = {
  kind: 'returned',
  seq: 3,
  at: AT,
  by: operator,
  reason: 'gone',
  operatorName: 'Sadie',
};
const answer: ChatEvent = {
  kind: 'message',
  seq: 3,
  at: AT,
  by: operator,
  clientId: 'o',
  text: 'Hi',
};
const mine = { clientId: 'm', chatId: 'chat', text: 'hello', at: AT };

const hello = (chat: PatronChat): ServerFrame => ({ t: 'hello_patron', chat, now: AT });
const events = (...list: ChatEvent[]): ServerFrame => ({
  t: 'events',
  chatId: 'chat',
  events: list,
});
const ack = (seq: number): ServerFrame => ({
  t: 'ack',
  chatId: 'chat',
  clientId: 'm',
  seq,
  at: AT,
});
const play = (frames: readonly ServerFrame[], from: ConversationState = UNHEARD) =>
  frames.reduce(hearFrame, from);

describe('the conversation', () => {
  test('snapshot and events make the chat as it is now', () => {
    const state = play([hello(CHAT), events(opened, claimed)]);
    expect(state.chat).toMatchObject({ state: 'active', operator, lastSeq: 2 });
  });

  test('history that comes after its snapshot does not turn the chat back', () => {
    const now: PatronChat = { ...CHAT, state: 'waiting', lastSeq: 3 };
    expect(play([hello(now), events(opened, claimed, returned)]).chat).toEqual(now);
  });

  test('an old snapshot does not turn the chat back', () => {
    const state = play([hello(CHAT), events(opened, claimed), hello(CHAT)]);
    expect(state.chat?.state).toBe('active');
  });

  test('an acknowledged message goes from the outgoing to the stream, once', () => {
    const writing = { ...play([hello(CHAT), events(opened)]), outgoing: [mine] };
    const state = play([ack(2), ack(2)], writing);
    expect(state.outgoing).toEqual([]);
    expect(state.stream.events.map((event) => event.kind)).toEqual(['opened', 'message']);
  });

  test('a message acknowledged before an earlier event stays in sight until that has come', () => {
    const writing = { ...play([hello(CHAT), events(opened)]), outgoing: [mine] };
    const early = play([ack(3)], writing);
    expect(early.outgoing).toEqual([mine]);
    const whole = play([events(claimed)], early);
    expect(whole.outgoing).toEqual([]);
    expect(whole.stream.last).toBe(3);
  });

  test('a message that was stored although its acknowledgement was lost is found in the stream', () => {
    const writing = { ...play([hello(CHAT), events(opened)]), outgoing: [mine] };
    const stored: ChatEvent = {
      kind: 'message',
      seq: 2,
      at: AT,
      by: { kind: 'patron' },
      clientId: 'm',
      text: 'hello',
    };
    expect(play([events(stored)], writing).outgoing).toEqual([]);
  });

  test('an acknowledgement of what nobody here wrote changes nothing', () => {
    const state = play([hello(CHAT), events(opened)]);
    expect(hearFrame(state, ack(2))).toBe(state);
  });

  test('the operator’s words end the operator’s typing; one’s own do not', () => {
    const typing = play([
      hello(CHAT),
      events(opened, claimed),
      { t: 'typing', chatId: 'chat', who: 'operator', on: true },
    ]);
    expect(typing.operatorTyping).toBe(true);
    expect(hearFrame({ ...typing, outgoing: [mine] }, ack(3)).operatorTyping).toBe(true);
    expect(hearFrame(typing, events(answer)).operatorTyping).toBe(false);
  });

  test('what was seen stays seen', () => {
    const seen = (seq: number): ServerFrame => ({
      t: 'seen',
      chatId: 'chat',
      who: 'operator',
      seq,
    });
    expect(play([seen(3), seen(2)]).operatorSeen).toBe(3);
  });

  test('the patron’s own marks, from another tab, say nothing of the operator', () => {
    const state = play([
      { t: 'typing', chatId: 'chat', who: 'patron', on: true },
      { t: 'seen', chatId: 'chat', who: 'patron', seq: 9 },
    ]);
    expect(state).toEqual(UNHEARD);
  });
});
