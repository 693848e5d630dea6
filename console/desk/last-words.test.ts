import { describe, expect, it } from 'vitest';
import type { ChatEvent } from '#protocol/events.ts';
import { aMessage, aPage, CHAT_ID, SADIE } from '../platform/connection/factories.ts';
import { lastWords } from './last-words.ts';

const sadieId = SADIE.accountId ?? '';

describe('the last words of a chat', () => {
  it('are the patron’s until somebody answers', () => {
    const events = [aMessage(1, 'Do you have it?'), aMessage(2, 'The one of 1987')];
    expect(lastWords(events, sadieId)).toEqual({ text: 'The one of 1987', operator: null });
  });

  it('are one’s own once one has answered, and a colleague’s by name', () => {
    const events = [aMessage(1, 'Do you have it?'), aMessage(2, 'Yes', SADIE)];
    expect(lastWords(events, sadieId)?.operator?.isOneself).toBe(true);
    expect(lastWords(events, CHAT_ID)?.operator).toEqual({ isOneself: false, name: SADIE.name });
  });

  it('are neither a note nor a page that was visited', () => {
    const note = { ...aMessage(2, 'She is in a hurry', SADIE), kind: 'note' } as ChatEvent;
    const events = [aMessage(1, 'Do you have it?'), note, aPage(3, '/hours')];
    expect(lastWords(events, sadieId)?.text).toBe('Do you have it?');
  });

  it('are none as long as the chat is not loaded', () => {
    expect(lastWords([], sadieId)).toBeNull();
  });
});
