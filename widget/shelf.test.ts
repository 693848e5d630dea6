import { describe, expect, test } from 'vitest';
import { fullStorage, plainStorage } from './fake-storage.ts';
import { openShelf, readStored } from './shelf.ts';

describe('the shelf', () => {
  test('keeps what was written for the next page, under its own prefix', () => {
    const storage = plainStorage();
    storage.setItem('theirs', 'untouched');
    openShelf('carrel:', storage).write('draft', 'hello');

    const nextPage = openShelf('carrel:', storage);
    expect(nextPage.read('draft')).toBe('hello');
    expect(nextPage.names('')).toEqual(['draft']);
    expect(storage.getItem('theirs')).toBe('untouched');
  });

  test.each([
    ['forbidden', null],
    ['full', fullStorage()],
  ])('with storage %s, the page itself remembers', (_, storage) => {
    const shelf = openShelf('carrel:', storage);
    shelf.write('a', '1');
    shelf.write('b', '2');
    shelf.remove('b');
    expect(shelf.read('a')).toBe('1');
    expect(shelf.read('b')).toBeNull();
    expect(shelf.names('')).toEqual(['a']);
  });

  test('what storage refused wins over the older text that it still holds', () => {
    const storage = plainStorage();
    const shelf = openShelf('carrel:', storage);
    shelf.write('draft', 'old');
    storage.setItem = fullStorage().setItem;
    shelf.write('draft', 'new');
    expect(shelf.read('draft')).toBe('new');
  });

  test('knows its own keys from those of others', () => {
    const shelf = openShelf('carrel:', null);
    expect(shelf.nameOf('carrel:draft')).toBe('draft');
    expect(shelf.nameOf('theirs')).toBeNull();
  });

  test.each([
    ['absent', null, null],
    ['broken', '{"token":', null],
    ['of another shape', '{"token":5}', null],
    ['no object', '"text"', null],
    ['sound', '{"token":"t"}', { token: 't' }],
  ])('a stored object that is %s', (_, text, expected) => {
    const shelf = openShelf('carrel:', plainStorage());
    if (text !== null) shelf.write('chat', text);
    expect(readStored<{ token: string }>(shelf, 'chat', ['token'])).toEqual(expected);
  });
});
