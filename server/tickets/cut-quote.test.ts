import { expect, test } from 'vitest';
import { cutQuote } from './cut-quote.ts';

test.each([
  ['English', 'On Mon, 2 Mar 2026 at 09:00, Harbour Library <desk@example.org> wrote:'],
  ['French', 'Le lun. 2 mars 2026 à 09:00, Harbour <desk@example.org> a écrit :'],
  ['Spanish', 'El lun, 2 mar 2026 a las 9:00, Harbour (<desk@example.org>) escribió:'],
  ['German', 'Am 02.03.26 um 09:00 schrieb Harbour Library:'],
  ['Outlook', '-----Original Message-----'],
  ['Outlook on the web', '________________________________'],
  ['a block of headers', 'From: Harbour Library <desk@example.org>'],
  ['two lines', 'On Mon, 2 Mar 2026 at 09:00, Harbour Library\n<desk@example.org> wrote:'],
])('a quotation that begins as %s does is cut off and kept', (_whose, beginning) => {
  const quotation = `${beginning}\n\n> We are open until eight.`;
  expect(cutQuote(`Thank you!\nSam\n\n${quotation}\n`)).toEqual({
    text: 'Thank you!\nSam',
    quoted: quotation,
  });
});

test('a bare block of quotation at the end is cut off', () => {
  expect(cutQuote('Thank you!\r\n\r\n> We are open\r\n> until eight.\r\n')).toEqual({
    text: 'Thank you!',
    quoted: '> We are open\n> until eight.',
  });
});

test('an answer between quoted lines stays whole', () => {
  const between = '> Which edition?\nThe second.\n> And the year?\n1850.';
  expect(cutQuote(between)).toEqual({ text: between, quoted: null });
});

test.each(['Just words.', 'On Monday I wrote to you.\nNo answer came.', '2 > 1, I thought'])(
  '%j quotes nothing',
  (text) => {
    expect(cutQuote(text)).toEqual({ text, quoted: null });
  },
);

test('a mail that is a quotation from its first line on stays whole', () => {
  const forwarded = 'On Monday, Harbour <a@example.org> wrote:\n> Open until eight.';
  expect(cutQuote(forwarded)).toEqual({ text: forwarded, quoted: null });
});

test('a hundred thousand lines that begin like one are no work', () => {
  const line = 'On and on ';
  const text = Array.from({ length: 100_000 }, () => line).join('\n');
  expect(cutQuote(text).quoted).toBeNull();
});
