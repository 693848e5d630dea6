import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Api, FailureCode } from './api.ts';
import { plainStorage } from './fake-storage.ts';
import { openChat } from './open-chat.ts';
import { openShelf } from './shelf.ts';
import type { Opening } from './visit-state.ts';

const OPENING: Opening = {
  clientId: 'client',
  question: 'Why?',
  name: ' Amira ',
  email: '',
  language: 'fr',
  at: '2026-01-05T09:00:00.000Z',
};
const PAGE = { url: 'https://library.example/', title: 'Library' };

function start(answers: (FailureCode | 'opened')[]) {
  const shelf = openShelf('carrel:w:', plainStorage());
  shelf.write('opening', JSON.stringify(OPENING));
  const told: string[] = [];
  const bodies: unknown[] = [];
  const api: Api = {
    openChat: async (_, body) => {
      bodies.push(body);
      const answer = answers.shift() ?? 'opened';
      return answer === 'opened'
        ? { ok: true, body: { chatId: 'chat', token: 'token', patronToken: 'patron' } }
        : { ok: false, code: answer };
    },
    readAppearance: async () => ({ ok: false, code: 'internal' }),
    leaveQuestion: async () => ({ ok: false, code: 'internal' }),
  };
  const stop = openChat({
    api,
    widgetId: 'w',
    shelf,
    opening: OPENING,
    language: OPENING.language,
    page: () => PAGE,
    onOpened: ({ chatId }) => told.push(`opened ${chatId}`),
    onLate: () => told.push('late'),
    onRefused: (code) => told.push(`refused ${code}`),
  });
  return { shelf, told, bodies, stop };
}

describe('a question that becomes a chat', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('goes out with the page, the language and what was filled in', async () => {
    const { bodies, told, shelf } = start(['opened']);
    await vi.runAllTimersAsync();
    expect(bodies).toEqual([
      { clientId: 'client', question: 'Why?', name: 'Amira', language: 'fr', page: PAGE },
    ]);
    expect(told).toEqual(['opened chat']);
    expect(shelf.read('chat')).toBe('{"chatId":"chat","token":"token"}');
    expect(shelf.read('opening')).toBeNull();
  });

  test('is tried again under the same id until it arrives, and stays stored till then', async () => {
    const { bodies, told, shelf } = start(['unreachable', 'unavailable']);
    await vi.advanceTimersByTimeAsync(0);
    expect(shelf.read('opening')).not.toBeNull();
    await vi.runAllTimersAsync();
    expect(told).toEqual(['late', 'late', 'opened chat']);
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  test('refused, is back where questions are typed', async () => {
    const { told, shelf } = start(['foreign_origin']);
    await vi.runAllTimersAsync();
    expect(told).toEqual(['refused foreign_origin']);
    expect(shelf.read('question')).toBe('Why?');
    expect(shelf.read('opening')).toBeNull();
  });

  test('stopped, is not tried again', async () => {
    const { bodies, told, stop } = start(['unreachable']);
    await vi.advanceTimersByTimeAsync(0);
    stop();
    await vi.runAllTimersAsync();
    expect(bodies).toHaveLength(1);
    expect(told).toEqual(['late']);
  });

  test('stopped while it is under way, makes no chat here', async () => {
    const { told, stop, shelf } = start(['opened']);
    stop();
    await vi.runAllTimersAsync();
    expect(told).toEqual([]);
    expect(shelf.read('chat')).toBeNull();
  });
});
