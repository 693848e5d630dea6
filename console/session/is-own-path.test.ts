import { expect, test } from 'vitest';
import { isOwnPath } from './is-own-path.ts';

test.each(['/', '/questions', '/questions?state=open#main'])('%s is within Carrel', (path) => {
  expect(isOwnPath(path)).toBe(true);
});

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n\r/elsewhere.example',
  'https://elsewhere.example',
  'javascript:alert(1)',
  'questions',
  '',
])('"%s" leads elsewhere', (path) => {
  expect(isOwnPath(path)).toBe(false);
});
