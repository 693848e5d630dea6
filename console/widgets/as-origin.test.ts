import { expect, test } from 'vitest';
import { asOrigin } from './as-origin.ts';

test.each([
  ['https://www.example.org', 'https://www.example.org'],
  ['https://www.example.org/library/hours?day=1', 'https://www.example.org'],
  ['www.example.org', 'https://www.example.org'],
  [' http://Intranet.Example.org ', 'http://intranet.example.org'],
  ['https://example.org:443', 'https://example.org'],
])('"%s" becomes the origin %s', (typed, origin) => {
  expect(asOrigin(typed)).toBe(origin);
});

test.each(['not an address', 'ftp://example.org', 'javascript:alert(1)'])(
  '"%s" stays as typed, to be refused in view',
  (typed) => {
    expect(asOrigin(typed)).toBe(typed);
  },
);
