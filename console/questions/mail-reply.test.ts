import { expect, test } from 'vitest';
import { mailReply } from './mail-reply.ts';

function read(address: string): { to: string; subject: string | null; body: string | null } {
  const url = new URL(address);
  const { searchParams: parts } = url;
  return {
    to: decodeURIComponent(url.pathname),
    subject: parts.get('subject'),
    body: parts.get('body'),
  };
}

test('a reply goes to the asker, names the question and quotes it', () => {
  const address = mailReply('amira@example.org', 'Your question:', 'Is ILL free?\nI am a student.');
  expect(read(address)).toEqual({
    to: 'amira@example.org',
    subject: 'Your question: Is ILL free?',
    body: '\r\n\r\n> Is ILL free?\r\n> I am a student.\r\n',
  });
});

test('signs that mean something in an address stay what they were', () => {
  const address = mailReply('a+b@example.org', 'Re:', 'a & b? 100 % = c#');
  expect(read(address)).toMatchObject({ to: 'a+b@example.org', subject: 'Re: a & b? 100 % = c#' });
});

test('a long question is cut to what mail programs take, and never within a character', () => {
  const address = mailReply('a@example.org', 'Re:', `${'😀'.repeat(200)}\n${'x'.repeat(5_000)}`);
  expect(address.length).toBeLessThan(2_000);
  expect(read(address).body).toContain('> …');
});
