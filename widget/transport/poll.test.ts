import { describe, expect, test } from 'vitest';
import type { PatronChat } from '#protocol/chats.ts';
import type { ServerFrame } from '#protocol/frames.ts';
import type { ChatApi, FailureCode } from '../api.ts';
import { CLOSE } from '../limits.ts';
import { pollTransport } from './poll.ts';
import { ABNORMAL } from './transport.ts';

const AT = '2026-01-05T09:00:00.000Z';
const CHAT: PatronChat = {
  id: 'chat',
  state: 'waiting',
  lastSeq: 1,
  openedAt: AT,
  operator: null,
  formOffered: false,
};

/** A server that holds every poll until `answer`, and answers posts with what it is told to. */
function start(posts: (FailureCode | 'stored')[], chat: FailureCode | 'there' = 'there') {
  const frames: ServerFrame[] = [];
  const closed: number[] = [];
  const posted: string[] = [];
  const polledAfter: number[] = [];
  let answer: (failure: FailureCode | null) => void = () => undefined;
  const api: ChatApi = {
    readChat: async () => (chat === 'there' ? { ok: true, body: CHAT } : { ok: false, code: chat }),
    awaitEvents: (after) => {
      polledAfter.push(after);
      return new Promise((resolve) => {
        answer = (code) =>
          resolve(code ? { ok: false, code } : { ok: true, body: { events: [], more: false } });
      });
    },
    postMessage: async (_, text) => {
      posted.push(text);
      const result = posts.shift() ?? 'stored';
      return result === 'stored' ? { ok: true, body: { seq: 2 } } : { ok: false, code: result };
    },
    closeChat: async () => ({ ok: false, code: 'internal' }),
    leaveQuestion: async () => ({ ok: false, code: 'internal' }),
  };
  let last = 0;
  const transport = pollTransport(
    api,
    () => last,
  )({
    onFrame: (frame) => frames.push(frame),
    onClose: (code) => closed.push(code),
  });
  const say = (text: string) => transport.send({ t: 'post', clientId: text, text });
  const apply = (seq: number) => {
    last = seq;
  };
  return {
    transport,
    frames,
    closed,
    posted,
    polledAfter,
    say,
    apply,
    answer: (code: FailureCode | null) => answer(code),
  };
}

describe('polling in place of a socket', () => {
  test('greets with the chat as it is, and asks for what is after the last number', async () => {
    const { frames, polledAfter, answer, apply } = start([]);
    await expect.poll(() => polledAfter).toEqual([0]);
    expect(frames[0]).toMatchObject({ t: 'hello_patron', chat: CHAT });
    apply(2);
    answer(null);
    await expect.poll(() => polledAfter).toEqual([0, 2]);
  });

  test('posts one after another, in the order of writing', async () => {
    const { say, posted } = start([]);
    for (const text of ['one', 'two', 'three']) say(text);
    await expect.poll(() => posted).toEqual(['one', 'two', 'three']);
  });

  test('tells a refusal, and goes on', async () => {
    const { say, frames, posted, closed } = start(['chat_closed', 'stored']);
    say('one');
    say('two');
    await expect.poll(() => posted).toEqual(['one', 'two']);
    expect(frames).toContainEqual({
      t: 'refused',
      clientId: 'one',
      code: 'chat_closed',
      detail: '',
    });
    expect(closed).toEqual([]);
  });

  test('sends nothing more after a message that may not have arrived: order would be lost', async () => {
    const { say, closed, posted } = start(['unreachable', 'stored']);
    say('one');
    say('two');
    await expect.poll(() => closed).toEqual([ABNORMAL]);
    expect(posted).toEqual(['one']);
  });

  test.each<[string, FailureCode, number]>([
    ['no network', 'unreachable', ABNORMAL],
    ['a server that restarts', 'unavailable', ABNORMAL],
    ['a token that does not hold', 'not_signed_in', CLOSE.notSignedIn],
    ['a chat that is gone', 'not_found', CLOSE.notSignedIn],
  ])('ends with %s', async (_, code, expected) => {
    const { closed } = start([], code);
    await expect.poll(() => closed).toEqual([expected]);
  });

  test('tells its end once, whatever fails besides', async () => {
    const { say, closed, answer, polledAfter } = start(['unreachable']);
    await expect.poll(() => polledAfter).toHaveLength(1);
    say('one');
    answer('unreachable');
    await expect.poll(() => closed).toHaveLength(1);
  });

  test('closed, it says nothing any more', async () => {
    const { transport, frames, closed, answer, polledAfter } = start([]);
    await expect.poll(() => polledAfter).toHaveLength(1);
    const before = frames.length;
    transport.close();
    answer('unreachable');
    await Promise.resolve();
    expect(frames).toHaveLength(before);
    expect(closed).toEqual([]);
  });
});
