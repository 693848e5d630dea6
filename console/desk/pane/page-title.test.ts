import { describe, expect, it } from 'vitest';
import { titleOf, titleWithin } from './page-title.ts';

const LIBRARY = 'Northfield College';
const page = (title: string) => ({ url: 'https://northfield.example/loans', title });

describe('the title of a page', () => {
  it('is its address where it has none', () => {
    expect(titleOf(page('  '))).toBe('https://northfield.example/loans');
  });

  it.each([
    ['Find articles · Northfield College', 'Find articles'],
    ['Find articles – Northfield College', 'Find articles'],
    ['Northfield College: Find articles', 'Northfield College: Find articles'],
    ['Northfield College', 'Northfield College'],
    ['Ask Northfield College', 'Ask Northfield College'],
    [' · Northfield College', ' · Northfield College'],
    ['Find articles', 'Find articles'],
  ])('leaves out the library that stands beside it: %s', (title, short) => {
    expect(titleWithin(page(title), LIBRARY)).toBe(short);
  });
});
