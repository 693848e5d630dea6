import { describe, expect, test } from 'vitest';
import { applyToPatronChat } from '#protocol/chat-state.ts';
import type { PatronChat } from '#protocol/chats.ts';
import type { ChatEvent } from '#protocol/events.ts';
import { applyToChat } from './chat-state.ts';

const AT = '2026-01-05T09:00:00.000Z';
const common = { seq: 5, at: AT, by: { kind: 'operator', name: 'Sadie' } as const };
const EVENTS: ChatEvent[] = [
  { ...common, kind: 'opened' },
  { ...common, kind: 'message', clientId: 'c', text: 'hello' },
  { ...common, kind: 'claimed' },
  { ...common, kind: 'returned', reason: 'gone', operatorName: 'Sadie' },
  { ...common, kind: 'form_offered' },
  { ...common, kind: 'closed', reason: 'operator' },
];
const chat = (part: Partial<PatronChat>): PatronChat => ({
  id: 'chat',
  state: 'waiting',
  lastSeq: 4,
  openedAt: AT,
  operator: null,
  formOffered: false,
  ...part,
});
const CHATS = [
  chat({}),
  chat({ formOffered: true }),
  chat({ state: 'active', operator: { kind: 'operator', name: 'Mina' } }),
  chat({ state: 'closed' }),
];

describe('the chat after an event', () => {
  for (const before of CHATS) {
    test.each(EVENTS)(`${before.state}, form ${before.formOffered}: $kind`, (event) => {
      expect(applyToChat(before, event)).toEqual(applyToPatronChat(before, event));
    });
  }

  test('an event that the snapshot contains already does not turn it back', () => {
    const fresh = chat({ state: 'closed', lastSeq: 9 });
    expect(EVENTS.map((event) => applyToChat(fresh, event))).toEqual(EVENTS.map(() => fresh));
  });
});
