import { expect, test } from 'vitest';
import { type ReplyWords, renderReply } from './render-reply.ts';

const WORDS: ReplyWords = {
  language: 'en',
  institution: 'Harbour & Sons',
  librarian: 'Elena',
  token: '12-abc',
  answered: true,
  text: 'It is <free>.',
  earlier: 'Is ILL free?\nI am a student.',
};

test('an answer is signed, quotes what was asked, and says how to write back', () => {
  const { subject, text } = renderReply(WORDS);
  expect(subject).toBe('Your question to Harbour & Sons [#12-abc]');
  expect(text).toContain('It is <free>.\n\nElena\nHarbour & Sons\n');
  expect(text).toContain('answer this mail');
  expect(text).toContain('> Is ILL free?\n> I am a student.\n');
});

test('where nobody reads what comes back, it says so', () => {
  const { text, html } = renderReply({ ...WORDS, answered: false });
  for (const part of [text, html]) {
    expect(part).toContain('Nobody reads answers to this address.');
    expect(part).not.toContain('answer this mail');
  }
});

test('nothing that somebody wrote is markup', () => {
  const { html } = renderReply({ ...WORDS, earlier: '<script>x()</script>' });
  expect(html).toContain('It is &lt;free&gt;.');
  expect(html).not.toContain('<script>');
  expect(html).toContain('Harbour &amp; Sons');
});

test.each([
  ['fr', 'Votre question'],
  ['es', 'Su pregunta'],
] as const)('in %s it is written in that language', (language, subject) => {
  const reply = renderReply({ ...WORDS, language });
  expect(reply.subject).toContain(subject);
  expect(reply.html).toContain(`<html lang="${language}">`);
});
