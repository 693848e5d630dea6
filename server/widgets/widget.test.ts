import { expect, test } from 'vitest';
import type { StoredWidget } from './widget.ts';
import { mayOpenFrom, presentWidget } from './widget.ts';

const OWN = 'https://chat.example.org';
const LIBRARY = 'https://www.northfield.example';

test.each([
  ['no list, any page', [], LIBRARY, true],
  ['no list, a program that names no origin', [], undefined, true],
  ['a listed page', [LIBRARY], LIBRARY, true],
  ['Carrel’s own full-page chat', [LIBRARY], OWN, true],
  ['a page that is not listed', [LIBRARY], 'https://elsewhere.example', false],
  ['a listed name by another scheme', [LIBRARY], 'http://www.northfield.example', false],
  ['a listed name at another port', [LIBRARY], `${LIBRARY}:8443`, false],
  ['a name that only begins like a listed one', [LIBRARY], `${LIBRARY}.evil.example`, false],
  ['a sandboxed frame, whose origin is null', [LIBRARY], 'null', false],
  ['a program that names no origin', [LIBRARY], undefined, false],
])('who may open a chat: %s', (_case, allowedOrigins, origin, expected) => {
  expect(mayOpenFrom({ allowedOrigins }, origin, OWN)).toBe(expected);
});

test('staff get the line to paste and the address of the full page', () => {
  const stored: StoredWidget = {
    id: '01900000-0000-7000-8000-0000000000aa',
    institutionId: '01900000-0000-7000-8000-0000000000bb',
    institutionName: 'Northfield College',
    name: 'Library site',
    chain: [],
    allowedOrigins: [],
    texts: {},
    colour: null,
    unansweredSeconds: 60,
    languages: ['en'],
  };

  const { embedCode, chatUrl } = presentWidget(stored, OWN);

  expect(embedCode).toBe(
    `<script src="${OWN}/embed.js" data-widget="${stored.id}" async></script>`,
  );
  expect(chatUrl).toBe(`${OWN}/chat/${stored.id}`);
});
