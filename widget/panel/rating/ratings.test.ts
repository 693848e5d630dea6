import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FailureCode } from '../../api.ts';
import { plainStorage } from '../../fake-storage.ts';
import { openShelf } from '../../shelf.ts';
import { openRatings, type Rated } from './ratings.ts';

const chat = { chatId: 'c1', token: 't1' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A library that takes ratings, or answers with `failure`. */
function library() {
  const storage = plainStorage();
  const taken: [Rated['rating'], string][] = [];
  const server = { failure: null as FailureCode | null };
  const put = async ({ rating, comment }: Rated) => {
    if (server.failure === null) taken.push([rating, comment]);
    return server.failure;
  };
  /** The same browser on another page. */
  const open = () => openRatings(openShelf('w:', storage), put, () => undefined);
  return { server, taken, open, storage };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const later = () => vi.advanceTimersByTimeAsync(5_000);

test('what is chosen is not sent before it is wanted, and is there after a reload', async () => {
  const { open, taken } = library();
  open().type(chat, { rating: 3, comment: 'quick' });
  open().resume();
  await later();
  expect(taken).toEqual([]);
  expect(open().of(chat)).toMatchObject({ rating: 3, comment: 'quick', state: 'typed' });
});

test('a rating can be changed after it was sent', async () => {
  const { open, taken } = library();
  const ratings = open();
  ratings.type(chat, { rating: 1, comment: '' });
  ratings.want(chat);
  await settle();
  expect(ratings.of(chat).state).toBe('sent');
  ratings.type(chat, { rating: 4, comment: 'sorry' });
  ratings.want(chat);
  await settle();
  expect(taken).toEqual([
    [1, ''],
    [4, 'sorry'],
  ]);
});

test('without a connection it is late, says so, and is sent once there is one', async () => {
  const { open, taken, server } = library();
  const ratings = open();
  server.failure = 'unreachable';
  ratings.type(chat, { rating: 2, comment: '' });
  ratings.want(chat);
  await settle();
  expect(ratings.of(chat)).toMatchObject({ state: 'wanted', late: true });
  server.failure = null;
  await later();
  expect(taken).toEqual([[2, '']]);
  expect(ratings.of(chat)).toMatchObject({ state: 'sent', late: false });
});

test('who left the site before it was sent has it sent by the next page, which then forgets it', async () => {
  const { open, taken, server, storage } = library();
  server.failure = 'unreachable';
  const ratings = open();
  ratings.type(chat, { rating: 4, comment: 'thanks' });
  ratings.leave(chat);
  await settle();
  server.failure = null;
  open().resume();
  await settle();
  expect(taken).toEqual([[4, 'thanks']]);
  expect(Object.keys(storage)).toEqual([]);
});

test('who goes on without a choice has rated nothing', async () => {
  const { open, taken, storage } = library();
  const ratings = open();
  ratings.type(chat, { rating: null, comment: '' });
  ratings.leave(chat);
  await later();
  expect(taken).toEqual([]);
  expect(Object.keys(storage)).toEqual([]);
});

test('what the server will not have stays to be sent again, and is not tried by itself', async () => {
  const { open, taken, server } = library();
  const ratings = open();
  server.failure = 'breaks_rule';
  ratings.type(chat, { rating: 2, comment: 'long' });
  ratings.want(chat);
  await settle();
  server.failure = null;
  await later();
  expect(taken).toEqual([]);
  expect(ratings.of(chat)).toMatchObject({ state: 'refused', comment: 'long' });
});

test('what was changed while it was on its way is sent after it', async () => {
  const { open, taken } = library();
  const ratings = open();
  ratings.type(chat, { rating: 1, comment: '' });
  ratings.want(chat);
  ratings.type(chat, { rating: 3, comment: '' });
  ratings.want(chat);
  await settle();
  expect(taken.at(-1)).toEqual([3, '']);
  expect(ratings.of(chat)).toMatchObject({ rating: 3, state: 'sent' });
});
