import { describe, expect, test } from 'vitest';
import { ATTACHMENT_BYTES } from '#protocol/limits.ts';
import { mergeTicket, readAttachment } from '#protocol/tickets.ts';
import { type Caller, MAIL_ADDRESS, MAIL_HOOK_SECRET } from '../../test/house.ts';
import type { ReceivedMail } from '../../test/mailbox.ts';
import { inReplyTo, openTicketMail, SAM, written } from '../../test/ticket-mail.ts';
import { tokensOf } from '../platform/secrets.ts';
import { writeToken } from './mail-token.ts';

const { house, ticket, asSadie, asEve, leave, read, entries, change, answered, deliver } =
  await openTicketMail();

describe('a patron’s mail', () => {
  test('that answers stands in its ticket, which is open again', async () => {
    const mail = await answered();
    const text = `Until when?\r\n\r\nOn Monday, the library <${MAIL_ADDRESS}> wrote:\r\n> It is free.`;
    expect(await deliver(written({ headers: inReplyTo(mail), text }))).toEqual({
      status: 200,
      verdict: 'taken',
    });
    expect(await read()).toMatchObject({ state: 'open' });
    expect((await entries()).find(({ kind }) => kind === 'mail')).toMatchObject({
      from: SAM,
      text: 'Until when?',
      quoted: expect.stringContaining('> It is free.'),
      by: null,
    });
  });

  test('opens a closed ticket again', async () => {
    const mail = await answered();
    await change(asSadie, { state: 'closed' });
    await deliver(written({ headers: inReplyTo(mail) }));
    expect(await read()).toMatchObject({ state: 'open' });
  });

  test('is found by its subject where it refers to nothing', async () => {
    const { subject } = await answered();
    const { verdict } = await deliver(written({ subject: `Aw: ${subject}` }));
    expect(verdict).toBe('taken');
  });

  test('is taken once, however often it is handed in', async () => {
    const mail = written({ headers: inReplyTo(await answered()) });
    const [first, second] = await Promise.all([deliver(mail), deliver(mail)]);
    expect([first?.verdict, second?.verdict].sort()).toEqual(['repeat', 'taken']);
    expect((await deliver(mail)).verdict).toBe('repeat');
    expect((await entries()).filter(({ kind }) => kind === 'mail')).toHaveLength(1);
  });

  test('to a ticket that was merged stands in the one that goes on', async () => {
    const mail = await answered();
    const merged = ticket.id;
    ticket.id = await leave('Once more');
    const away = { params: { ticketId: merged }, query: undefined, body: { intoId: ticket.id } };
    expect(await house.call(mergeTicket, away, asSadie)).toMatchObject({ status: 200 });

    expect((await deliver(written({ headers: inReplyTo(mail) }))).verdict).toBe('taken');
    expect((await entries()).map(({ kind }) => kind)).toEqual(['merged', 'mail']);
  });

  test('without a message id is taken once too', async () => {
    const mail = written({ headers: inReplyTo(await answered()), messageId: null });
    expect((await deliver(mail)).verdict).toBe('taken');
    expect((await deliver(mail)).verdict).toBe('repeat');
  });

  test.each([
    ['nothing but the number', (number: number) => `[#${number}]`],
    ['a guess', (number: number) => `[#${number}-AAAAAAAAAAAAAAAA]`],
    [
      'a token of another installation',
      (number: number) => `[#${writeToken(tokensOf(Buffer.alloc(32, 9)), number)}]`,
    ],
    ['the subject alone', () => 'Re: Your question to northfield library'],
  ])('with %s adds nothing, even from the patron’s own address', async (_what, tag) => {
    await answered();
    const before = await entries();
    const { number } = await read();
    const { verdict } = await deliver(written({ subject: `Re: ${tag(number)}` }));
    expect(verdict).toBe('unknown');
    expect(await entries()).toEqual(before);
  });

  test.each([
    ['an absence', ['Auto-Submitted: auto-replied']],
    ['from whoever wants no answer', ['Return-Path: <>']],
    ['a mailing list', ['Precedence: bulk']],
    ['a mailing list with an id', ['List-Id: <readers.example.org>']],
  ])('that is %s is passed over', async (_what, headers) => {
    const mail = await answered();
    const before = await entries();
    const { verdict } = await deliver(written({ headers: [...inReplyTo(mail), ...headers] }));
    expect(verdict).toBe('automatic');
    expect(await entries()).toEqual(before);
  });

  test('that is the library’s own, come back round, is passed over', async () => {
    const mail = await answered();
    const messageId = (mail.messageId ?? '').slice(1, -1);
    const { verdict } = await deliver(written({ messageId, subject: mail.subject ?? '' }));
    expect(verdict).toBe('automatic');
  });

  test('brings its files along; one that is too large is named', async () => {
    const mail = await answered();
    const large = Buffer.alloc(ATTACHMENT_BYTES + 1, 'x').toString('base64');
    const part = (name: string, content: string) =>
      `--b\r\nContent-Type: image/png; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n` +
      `Content-Disposition: attachment; filename="${name}"\r\n\r\n${content}\r\n`;
    const text = `--b\r\nContent-Type: text/plain\r\n\r\nSee the page.\r\n${part('page.png', 'aGVsbG8=')}${part('book.png', large)}--b--\r\n`;
    const headers = [...inReplyTo(mail), 'Content-Type: multipart/mixed; boundary="b"'];
    expect((await deliver(written({ headers, text }))).verdict).toBe('taken');

    const entry = (await entries()).find(({ kind }) => kind === 'mail');
    if (entry?.kind !== 'mail') throw new Error('No mail stands in the ticket');
    expect(entry.text).toBe('See the page.');
    expect(entry.attachments).toMatchObject([
      { name: 'page.png', bytes: 5, isKept: true },
      { name: 'book.png', bytes: ATTACHMENT_BYTES + 1, isKept: false },
    ]);
    const file = (caller: Caller, attachmentId = '') =>
      house.app.inject({
        url: `/api/v1/tickets/${ticket.id}/attachments/${attachmentId}`,
        headers: caller,
      });
    const [kept, refused] = entry.attachments;
    const saved = await file(asSadie, kept?.id);
    expect(saved.body).toBe('hello');
    expect(saved.headers['content-type']).toBe('application/octet-stream');
    expect(saved.headers['content-disposition']).toMatch(/^attachment/);
    expect((await file(asSadie, refused?.id)).statusCode).toBe(404);
    expect((await file(asEve, kept?.id)).statusCode).toBe(404);
    expect(readAttachment.files).toEqual(['application/octet-stream']);
  });

  test('in HTML alone is read as text', async () => {
    const headers = [...inReplyTo(await answered()), 'Content-Type: text/html; charset=utf-8'];
    await deliver(written({ headers, text: '<p>Thank <b>you</b>!</p><script>x()</script>' }));
    const entry = (await entries()).find(({ kind }) => kind === 'mail');
    expect(entry).toMatchObject({ text: expect.stringContaining('Thank') });
    expect(JSON.stringify(entry)).not.toContain('<');
  });
});

describe('a mail that came back', () => {
  const returned = (mail: ReceivedMail, action: string) =>
    written({
      from: 'MAILER-DAEMON@mx.example',
      subject: 'Undelivered Mail Returned to Sender',
      headers: [
        'Auto-Submitted: auto-replied',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      ],
      text: [
        '--b',
        'Content-Type: text/plain',
        '',
        'It could not be delivered.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        '',
        `Final-Recipient: rfc822; ${SAM}`,
        `Action: ${action}`,
        'Status: 5.1.1',
        '',
        '--b',
        'Content-Type: message/rfc822',
        '',
        `Message-ID: ${mail.messageId}`,
        `Subject: ${mail.subject}`,
        '',
        'It is free.',
        '--b--',
      ].join('\r\n'),
    });

  test('marks its ticket and its answer, once', async () => {
    const bounce = returned(await answered(), 'failed');
    expect((await deliver(bounce)).verdict).toBe('bounce');
    expect((await deliver(bounce)).verdict).toBe('repeat');
    expect(await read()).toMatchObject({ hasBounced: true, state: 'open' });
    const found = await entries();
    expect(found[0]).toMatchObject({ kind: 'reply', delivery: 'refused' });
    expect(found.filter(({ kind }) => kind === 'bounced')).toHaveLength(1);
  });

  test('not yet, and is only late, changes nothing', async () => {
    const late = returned(await answered(), 'delayed');
    expect((await deliver(late)).verdict).toBe('automatic');
    expect(await read()).toMatchObject({ hasBounced: false, state: 'pending' });
  });
});

describe('the mail hook', () => {
  test('is open to who has its secret alone, whatever they send', async () => {
    const mail = written({ headers: inReplyTo(await answered()) });
    const before = await entries();
    for (const header of ['', 'Bearer ', 'Bearer guess', MAIL_HOOK_SECRET.slice(1)])
      expect((await deliver(mail, header)).status).toBe(401);
    expect(await entries()).toEqual(before);
  });

  test('takes mails and nothing else', async () => {
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/v1/mail',
      headers: { authorization: `Bearer ${MAIL_HOOK_SECRET}`, 'content-type': 'application/json' },
      payload: '{}',
    });
    expect(answer.statusCode).toBe(415);
  });

  test('finds no ticket in what is no mail', async () => {
    expect(await deliver('\0\x01 no mail at all')).toEqual({ status: 200, verdict: 'unknown' });
  });
});
