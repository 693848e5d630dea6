import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SERVER_FLAGS } from './server-flags.ts';

test('the server is measured with the flags that npm start gives it', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const flags = scripts.start.match(/node ((?:--\S+ )+)server\/main\.ts/)?.[1];
  expect(flags?.trim().split(' ')).toEqual(SERVER_FLAGS);
});
