import { describe, expect, test } from 'vitest';
import { COMMENT_CHARACTERS } from '#protocol/feedback.ts';
import { CLOSE as PROTOCOL_CLOSE } from '#protocol/frames.ts';
import * as protocol from '#protocol/limits.ts';
import { visitedPage } from '#protocol/schemas.ts';
import * as limits from './limits.ts';
import { TITLE_CHARACTERS } from './visited-page.ts';

describe('limits', () => {
  const { CLOSE, ...numbers } = limits;
  const expected = { ...protocol, COMMENT_CHARACTERS };

  test.each(Object.entries(numbers))('%s is what the protocol says', (name, value) => {
    expect(value).toBe(expected[name as keyof typeof numbers]);
  });

  test('close codes are those of the protocol', () => {
    expect(PROTOCOL_CLOSE).toMatchObject(CLOSE);
  });

  test('a page title of the longest length passes, one sign more does not', () => {
    const page = (title: string) => ({ url: 'https://library.example/', title });
    expect(visitedPage.safeParse(page('x'.repeat(TITLE_CHARACTERS))).success).toBe(true);
    expect(visitedPage.safeParse(page('x'.repeat(TITLE_CHARACTERS + 1))).success).toBe(false);
  });
});
