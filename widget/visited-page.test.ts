import { describe, expect, test } from 'vitest';
import { visitedPage } from '#protocol/schemas.ts';
import { toVisitedPage } from './visited-page.ts';

describe('the page a patron is on', () => {
  test.each([
    [
      'an ordinary page',
      'https://library.example/hours?day=1#top',
      'https://library.example/hours?day=1#top',
    ],
    ['a page without TLS', 'http://library.example/', 'http://library.example/'],
    ['a file', 'file:///home/reader/page.html', null],
    ['an inline page', 'about:srcdoc', null],
    [
      'an endless query',
      `https://library.example/search?q=${'x'.repeat(2_000)}`,
      'https://library.example/search',
    ],
    ['an endless path', `https://library.example/${'x'.repeat(2_000)}`, null],
  ])('%s', (_, url, expected) => {
    expect(toVisitedPage(url, 'Title')?.url ?? null).toBe(expected);
  });

  test('an endless title is cut to what the protocol takes', () => {
    const page = toVisitedPage('https://library.example/', 'x'.repeat(900));
    expect(visitedPage.safeParse(page).success).toBe(true);
  });
});
