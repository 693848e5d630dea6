import { expect, test } from 'vitest';
import { findGaps, type Texts } from './find-gaps.ts';

const en = { ask: 'Ask {library}', chat: { leave: 'Leave', wait: '{count} of {count} wait' } };
const source = `say('ask'); say("chat.leave"); say(\`chat.\${state}\`);`;

function gaps(fr: Texts, sources: string[] = [source]): string[] {
  return findGaps({ name: 'widget', texts: { en, fr }, sources });
}

test('a full translation has no gap, whatever the order of its keys and placeholders', () => {
  const fr = { chat: { wait: '{count} attendent', leave: 'Quitter' }, ask: 'À {library} : ?' };
  expect(gaps(fr)).toEqual([]);
});

test('a missing, a foreign and an empty text are each named with their file', () => {
  const fr = { ask: 'À {library}', chat: { leave: ' ', wait: '{count}', stay: 'Rester' } };
  expect(gaps(fr)).toEqual([
    'i18n/widget/fr: chat.leave is empty',
    'i18n/widget/fr: chat.stay is not in English',
  ]);
  expect(gaps({ chat: fr.chat })).toContain('i18n/widget/fr: ask is missing');
});

test('a lost or misspelt placeholder would show the reader braces or nothing', () => {
  const fr = { ask: 'Demander', chat: { leave: 'Quitter', wait: '{compte}' } };
  expect(gaps(fr)).toEqual([
    'i18n/widget/fr: ask has no placeholder, not {library}',
    'i18n/widget/fr: chat.wait has {compte}, not {count}',
  ]);
});

test('a text that nothing shows is told, once, at its English original', () => {
  expect(gaps(en, [`say('chat.leave'); say('chat.wait'); // ask`])).toEqual([
    'i18n/widget/en: ask is used nowhere',
  ]);
});

test.each(['.', '_'])('plural forms after "%s" follow each language, under one key', (mark) => {
  const [one, many, other] = ['one', 'many', 'other'].map((form) => `chats${mark}${form}`);
  const english = { [`${one}`]: 'One chat', [`${other}`]: '{count} chats' };
  const texts = {
    en: english,
    fr: { ...english, [`${one}`]: '{count} discussion', [`${many}`]: '{count} de discussions' },
    es: { [`${one}`]: 'Un chat', [`${many}`]: '{total} de chats' },
  };
  expect(findGaps({ name: 'console', texts, sources: [`say('chats', { count })`] })).toEqual([
    `i18n/console/es: ${other} is missing`,
    `i18n/console/es: ${many} has {total}, not none`,
  ]);
});

test('a part without any text is a gap, not a perfect translation', () => {
  expect(findGaps({ name: 'server', texts: { en: {}, fr: {} }, sources: [] })).toEqual([
    'i18n/server/en: there are no texts',
  ]);
});
