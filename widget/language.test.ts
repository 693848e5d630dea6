import { describe, expect, test } from 'vitest';
import en from '../i18n/widget/en.json' with { type: 'json' };
import es from '../i18n/widget/es.json' with { type: 'json' };
import fr from '../i18n/widget/fr.json' with { type: 'json' };
import { chooseLanguage } from './choose-language.ts';
import { fillIn, voiceOf } from './language.ts';

describe('the language', () => {
  test.each([
    ['the page’s', 'fr', ['en'], ['es'], 'fr'],
    ['the page’s with a region', 'fr-CA', ['en'], [], 'fr'],
    ['the library’s, where the page’s is not spoken', 'de', ['es', 'en'], ['fr'], 'es'],
    ['the library’s, where the page says none', '', ['fr'], ['es'], 'fr'],
    ['the browser’s, where the library has none', 'de', [], ['pt', 'es-MX'], 'es'],
    ['English, where nothing fits', 'de', [], ['pt'], 'en'],
  ] as const)('is %s', (_, page, library, browser, expected) => {
    expect(chooseLanguage(page, library, browser)).toBe(expected);
  });
});

describe('the messages', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

  test.each([
    ['fr', fr],
    ['es', es],
  ])(
    '%s says all that English says, with the same places',
    (_, messages: Record<string, string>) => {
      expect(Object.keys(messages)).toEqual(Object.keys(en));
      for (const [key, text] of Object.entries(en)) {
        expect([key, ...places(messages[key] ?? '')]).toEqual([key, ...places(text)]);
      }
    },
  );

  test('places are filled in, and a value with a place in it stays as it is', () => {
    expect(fillIn('{name} says: {text}', { name: '{text}', text: '{name}' })).toBe(
      '{text} says: {name}',
    );
    expect(fillIn('{missing}', {})).toBe('{missing}');
  });

  test('one and many', () => {
    const voice = voiceOf('en', en, []);
    expect(voice.count('newMessages', 1)).toBe('1 new message');
    expect(voice.count('newMessages', 2)).toBe('2 new messages');
    expect(voiceOf('fr', fr, []).count('newMessages', 0)).toBe('0 nouveau message');
  });

  test('a time is the reader’s', () => {
    expect(voiceOf('en', en, []).time('2026-01-05T21:05:00Z')).toMatch(/05.PM$/);
    expect(voiceOf('en', en, ['fr', 'en-GB']).time('2026-01-05T21:05:00Z')).toMatch(/^\d\d:05$/);
  });
});
