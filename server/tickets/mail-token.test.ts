import { expect, test } from 'vitest';
import { tokensOf } from '../platform/secrets.ts';
import { readMessageIds, readSubject, writeMessageId, writeToken } from './mail-token.ts';

const tokens = tokensOf(Buffer.alloc(32, 7));
const others = tokensOf(Buffer.alloc(32, 8));
const HOST = 'chat.example.org';

test('what an answer refers to is found again, with the reply that it answers', () => {
  const root = writeMessageId(tokens, { number: 12, seq: null }, HOST);
  const reply = writeMessageId(tokens, { number: 12, seq: 3 }, HOST);
  expect(readMessageIds(tokens, `<${root}>`)).toEqual({ number: 12, seq: null });
  expect(readMessageIds(tokens, `<a@b> <${root}>\r\n <${reply}>`)).toEqual({ number: 12, seq: 3 });
});

test('a subject is enough, whatever was put before and behind', () => {
  const subject = `AW: Re: Your question [#12-${writeToken(tokens, 12).slice(3)}] (was: Maps)`;
  expect(readSubject(tokens, subject)).toEqual({ number: 12, seq: null });
});

test.each([
  ['a number alone', '[#12]'],
  ['a number with a guess', '[#12-AAAAAAAAAAAAAAAA]'],
  ['another installation’s token', `[#${writeToken(others, 12)}]`],
  ['the token of another number', `[#13-${writeToken(tokens, 12).slice(3)}]`],
  ['a token that was cut', `[#${writeToken(tokens, 12).slice(0, -1)}]`],
])('%s leads nowhere', (_what, tag) => {
  expect(readSubject(tokens, `Re: ${tag}`)).toBeUndefined();
  const inId = tag.slice(2, -1);
  expect(readMessageIds(tokens, `<ticket.${inId}@${HOST}>`)).toBeUndefined();
});

test('of several, the one that holds counts', () => {
  const subject = `[#12-AAAAAAAAAAAAAAAA] [#${writeToken(tokens, 12)}]`;
  expect(readSubject(tokens, subject)).toEqual({ number: 12, seq: null });
});
