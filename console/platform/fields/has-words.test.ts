import { expect, test } from 'vitest';
import { hasWords } from './has-words.ts';

test.each(['', ' ', 'sadie', 'PARR', 'parrish north', ' north  sadie '])(
  '"%s" finds Sadie',
  (typed) => {
    expect(hasWords('northfield-sadie-p Sadie Parrish', typed)).toBe(true);
  },
);

test.each(['marcus', 'sadie harbour', 'sadieparrish'])('"%s" does not', (typed) => {
  expect(hasWords('northfield-sadie-p Sadie Parrish', typed)).toBe(false);
});
