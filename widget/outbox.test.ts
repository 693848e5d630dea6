import { describe, expect, test } from 'vitest';
import { fullStorage, plainStorage } from './fake-storage.ts';
import { isOutboxName, openOutbox } from './outbox.ts';
import { openShelf } from './shelf.ts';

const open = (storage: Storage | null) => openOutbox(openShelf('carrel:w:', storage));
const texts = (messages: readonly { text: string }[]) => messages.map((message) => message.text);

describe('the outbox', () => {
  test('keeps messages in the order they were written, over a reload', () => {
    const storage = plainStorage();
    const beforeReload = open(storage);
    for (const text of ['one', 'two', 'three']) beforeReload.put('chat', text);
    expect(texts(open(storage).list('chat'))).toEqual(['one', 'two', 'three']);
  });

  test('keeps a message until it is settled, and settling twice does no harm', () => {
    const outbox = open(plainStorage());
    const first = outbox.put('chat', 'one');
    outbox.put('chat', 'two');
    outbox.settle(first.clientId);
    outbox.settle(first.clientId);
    expect(texts(outbox.list('chat'))).toEqual(['two']);
  });

  test('two tabs that write at once lose nothing of each other', () => {
    const storage = plainStorage();
    const [left, right] = [open(storage), open(storage)];
    left.put('chat', 'left');
    right.put('chat', 'right');
    expect(texts(left.list('chat'))).toEqual(['left', 'right']);
    expect(right.list('chat')).toEqual(left.list('chat'));
  });

  test('holds the messages of one chat apart from those of another', () => {
    const outbox = open(plainStorage());
    outbox.put('old chat', 'one');
    expect(outbox.list('new chat')).toEqual([]);
  });

  test('a refused message keeps its text and says why; retried, it has its first id', () => {
    const storage = plainStorage();
    const outbox = open(storage);
    const message = outbox.put('chat', 'one');
    outbox.refuse(message.clientId, 'chat_closed');
    expect(open(storage).list('chat')).toEqual([{ ...message, refused: 'chat_closed' }]);

    outbox.retry(message.clientId);
    expect(outbox.list('chat')).toEqual([message]);
  });

  test('refusing or retrying what is settled brings nothing back', () => {
    const outbox = open(plainStorage());
    const message = outbox.put('chat', 'one');
    outbox.settle(message.clientId);
    outbox.refuse(message.clientId, 'internal');
    outbox.retry(message.clientId);
    expect(outbox.list('chat')).toEqual([]);
  });

  test.each([
    ['forbidden', null],
    ['full', fullStorage()],
  ])('works with storage %s', (_, storage) => {
    const outbox = open(storage);
    const message = outbox.put('chat', 'one');
    expect(outbox.list('chat')).toEqual([message]);
    outbox.settle(message.clientId);
    expect(outbox.list('chat')).toEqual([]);
  });

  test('passes over what somebody else left under its keys', () => {
    const storage = plainStorage();
    storage.setItem('carrel:w:out:x', '{"chatId":"chat"}');
    storage.setItem('carrel:w:out:y', 'not json');
    expect(open(storage).list('chat')).toEqual([]);
  });

  test('knows which names are its own', () => {
    expect(isOutboxName('out:1')).toBe(true);
    expect(isOutboxName('draft')).toBe(false);
  });
});
