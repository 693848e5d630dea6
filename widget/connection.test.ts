import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClientFrame, ServerFrame } from '#protocol/frames.ts';
import { keepConnected, type Link, pauseBefore } from './connection.ts';
import { CLOSE } from './limits.ts';
import { ABNORMAL, type TransportListeners } from './transport/transport.ts';

const AT = '2026-01-05T09:00:00.000Z';
const HELLO: ServerFrame = {
  t: 'hello_patron',
  now: AT,
  chat: {
    id: 'chat',
    state: 'waiting',
    lastSeq: 0,
    openedAt: AT,
    operator: null,
    formOffered: false,
  },
};
const SOCKET_SILENCE = 12_000;
const POLL_SILENCE = 40_000;

interface Attempt extends TransportListeners {
  way: 'socket' | 'poll';
  sent: ClientFrame[];
  closed: boolean;
}

function start() {
  const attempts: Attempt[] = [];
  const links: Link[] = [];
  const frames: ServerFrame[] = [];
  const open = (way: Attempt['way'], silence: number) => (listeners: TransportListeners) => {
    const attempt: Attempt = { ...listeners, way, sent: [], closed: false };
    attempts.push(attempt);
    return {
      silence,
      answersPing: way === 'socket',
      send: (frame: ClientFrame) => void attempt.sent.push(frame),
      close: () => {
        attempt.closed = true;
      },
    };
  };
  const connection = keepConnected({
    socket: open('socket', SOCKET_SILENCE),
    poll: open('poll', POLL_SILENCE),
    onFrame: (frame) => frames.push(frame),
    onLink: (link) => links.push(link),
    random: () => 0.5,
  });
  const latest = () => {
    const attempt = attempts.at(-1);
    if (!attempt) throw new Error('nothing was tried');
    return attempt;
  };
  return { attempts, links, frames, connection, latest };
}

/** Fails the running attempt and goes to the moment of the next. */
function failOnce(tried: ReturnType<typeof start>) {
  tried.latest().onClose(ABNORMAL);
  vi.advanceTimersToNextTimer();
}

describe('the connection', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is live from the server’s hello, not from the opening', () => {
    const tried = start();
    expect(tried.links).toEqual([]);
    tried.latest().onFrame(HELLO);
    expect(tried.links).toEqual(['live']);
  });

  test('answers a ping, so that the server knows that somebody is there', () => {
    const tried = start();
    tried.latest().onFrame(HELLO);
    tried.latest().onFrame({ t: 'ping' });
    expect(tried.latest().sent).toEqual([{ t: 'pong' }]);
  });

  test('says at once that it is lost, and comes back by itself', () => {
    const tried = start();
    tried.latest().onFrame(HELLO);
    tried.latest().onClose(ABNORMAL);
    expect(tried.links.at(-1)).toBe('lost');
    vi.advanceTimersToNextTimer();
    tried.latest().onFrame(HELLO);
    expect(tried.links).toEqual(['live', 'lost', 'live']);
    expect(tried.attempts).toHaveLength(2);
  });

  test('holds a silent connection for dead, and a speaking one for alive', () => {
    const tried = start();
    tried.latest().onFrame(HELLO);
    vi.advanceTimersByTime(SOCKET_SILENCE - 1);
    tried.latest().onFrame({ t: 'ping' });
    vi.advanceTimersByTime(SOCKET_SILENCE - 1);
    expect(tried.links).toEqual(['live']);
    vi.advanceTimersByTime(1);
    expect(tried.links.at(-1)).toBe('lost');
    expect(tried.attempts[0]?.closed).toBe(true);
  });

  test('a connection that pings but never greets is given up', () => {
    const tried = start();
    vi.advanceTimersByTime(SOCKET_SILENCE - 1);
    tried.latest().onFrame({ t: 'ping' });
    vi.advanceTimersByTime(1);
    expect(tried.links).toEqual(['lost']);
  });

  test('a connection given up is not listened to any more', () => {
    const tried = start();
    const first = tried.latest();
    first.onClose(ABNORMAL);
    vi.advanceTimersToNextTimer();
    first.onFrame(HELLO);
    first.onClose(CLOSE.notSignedIn);
    expect(tried.frames).toEqual([]);
    expect(tried.links).toEqual(['lost']);
  });

  test('tries sockets first, then polls and sockets by turns', () => {
    const tried = start();
    for (let failed = 0; failed < 6; failed += 1) failOnce(tried);
    expect(tried.attempts.map((attempt) => attempt.way)).toEqual([
      'socket',
      'socket',
      'socket',
      'poll',
      'socket',
      'poll',
      'socket',
    ]);
  });

  test('stays with polling where polling works', () => {
    const tried = start();
    for (let failed = 0; failed < 3; failed += 1) failOnce(tried);
    tried.latest().onFrame(HELLO);
    vi.advanceTimersByTime(POLL_SILENCE - 1);
    expect(tried.latest().way).toBe('poll');
    expect(tried.links).toEqual(['lost', 'live']);
  });

  test.each([
    ['notSignedIn', CLOSE.notSignedIn],
    ['mayNot', CLOSE.mayNot],
  ])('never comes back after %s', (_, code) => {
    const tried = start();
    tried.latest().onClose(code);
    expect(tried.links).toEqual(['ended']);
    expect(vi.getTimerCount()).toBe(0);
    tried.connection.wake();
    tried.connection.goOnline();
    expect(tried.attempts).toHaveLength(1);
  });

  test('offline shows at once and waits for online', () => {
    const tried = start();
    tried.latest().onFrame(HELLO);
    tried.connection.goOffline();
    expect(tried.links.at(-1)).toBe('lost');
    expect(vi.getTimerCount()).toBe(0);
    tried.connection.goOnline();
    expect(tried.attempts).toHaveLength(2);
  });

  test('a woken tab asks whether the other end is there, and reconnects if it is not', () => {
    const tried = start();
    tried.latest().onFrame(HELLO);
    tried.connection.wake();
    expect(tried.latest().sent).toEqual([{ t: 'ping' }]);
    vi.advanceTimersToNextTimer();
    expect(tried.links.at(-1)).toBe('lost');
  });

  test('a woken tab that is answered stays', () => {
    const tried = start();
    tried.latest().onFrame(HELLO);
    tried.connection.wake();
    tried.latest().onFrame({ t: 'ping' });
    vi.advanceTimersByTime(SOCKET_SILENCE - 1);
    expect(tried.links).toEqual(['live']);
  });

  test('a woken tab does not wait for the end of a long pause', () => {
    const tried = start();
    for (let failed = 0; failed < 8; failed += 1) failOnce(tried);
    tried.latest().onClose(ABNORMAL);
    const before = tried.attempts.length;
    tried.connection.wake();
    expect(tried.attempts).toHaveLength(before + 1);
  });

  test('stopped, it leaves no timer behind', () => {
    const tried = start();
    tried.latest().onFrame(HELLO);
    tried.connection.stop();
    expect(tried.latest().closed).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the pause before a retry', () => {
  test.each([
    { name: 'the first is short', code: ABNORMAL, failures: 0, least: 150, most: 300 },
    { name: 'then they double', code: ABNORMAL, failures: 3, least: 1_200, most: 2_400 },
    { name: 'up to a limit', code: ABNORMAL, failures: 30, least: 10_000, most: 20_000 },
    {
      name: 'a server that stops is left at once',
      code: CLOSE.goingAway,
      failures: 0,
      least: 150,
      most: 300,
    },
    {
      name: 'too many frames need a rest',
      code: CLOSE.tooMany,
      failures: 0,
      least: 8_000,
      most: 16_000,
    },
  ])('$name', ({ code, failures, least, most }) => {
    expect(pauseBefore(code, failures, 0)).toBe(least);
    expect(pauseBefore(code, failures, 1)).toBe(most);
  });
});
