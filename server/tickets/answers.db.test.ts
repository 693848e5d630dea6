import { beforeEach, describe, expect, test } from 'vitest';
import { ATTACHMENT_BYTES } from '#protocol/limits.ts';
import {
  addTicketNote,
  changeTicket,
  leaveQuestion,
  listTicketEntries,
  mergeTicket,
  readAttachment,
  readTicket,
  replyToTicket,
  type Ticket,
  type TicketEntry,
} from '#protocol/tickets.ts';
import { drivenClock } from '../../test/clock.ts';
import {
  ANY_NUMBER,
  type Caller,
  MAIL_ADDRESS,
  MAIL_HOOK_SECRET,
  NOBODY,
  openHouse,
  testHouse,
} from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { openMailbox, type ReceivedMail } from '../../test/mailbox.ts';
import { newId } from '../platform/ids.ts';
import { tokensOf } from '../platform/secrets.ts';
import { giveUpReplies } from './index.ts';
import { writeToken } from './mail-token.ts';

const mailbox = await openMailbox();
const { house, sql, connection } = await testHouse({ smtpUrl: mailbox.url });
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);
const asOmar = await house.staff(libraries.omar);
const asEve = await house.staff(libraries.eve);

const SAM = 'sam@patron.example';
let ticketId: string;

beforeEach(async () => {
  mailbox.refuses = null;
  mailbox.mails.length = 0;
  const body = { clientId: newId(), question: 'Is ILL free?', name: 'Sam', email: SAM };
  const input = { params: { widgetId: libraries.widgetId }, query: undefined, body };
  ({ ticketId } = (await house.call(leaveQuestion, input, NOBODY)).body);
});

async function read(caller = asSadie): Promise<Ticket> {
  const input = { params: { ticketId }, query: undefined, body: undefined };
  return (await house.call(readTicket, input, caller)).body;
}

async function entries(): Promise<TicketEntry[]> {
  const input = { params: { ticketId }, query: {}, body: undefined };
  return (await house.call(listTicketEntries, input, asSadie)).body.items;
}

type Reply = { text: string; after?: number; state?: 'open' | 'pending' | 'closed' };

function reply(caller: Caller, { text, after = 0, state }: Reply, clientId = newId()) {
  const body = { clientId, text, after, ...(state && { state }) };
  return house.call(replyToTicket, { params: { ticketId }, query: undefined, body }, caller);
}

function change(caller: Caller, body: object) {
  return house.call(changeTicket, { params: { ticketId }, query: undefined, body }, caller);
}

/** The library answers, and the mail is at its patron's. */
async function answered(text = 'It is free.'): Promise<ReceivedMail> {
  const { lastSeq: after } = await read();
  expect(await reply(asSadie, { text, after })).toMatchObject({ status: 201 });
  await house.parts.jobs.runDue();
  const [mail] = mailbox.take(SAM);
  if (!mail) throw new Error('No mail came');
  return mail;
}

/** The library has answered, and no mail has gone yet. */
async function queued(): Promise<Ticket> {
  const answer = await reply(asSadie, { text: 'It is free.' });
  expect(answer.status).toBe(201);
  return answer.body;
}

interface Letter {
  readonly from?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly text?: string;
  readonly messageId?: string | null;
}

function written(letter: Letter): string {
  const { from = SAM, subject = 'Re: something', headers = [], text = 'Thank you!' } = letter;
  const messageId = letter.messageId === undefined ? `${newId()}@patron.example` : letter.messageId;
  return [
    `From: Sam <${from}>`,
    `To: ${MAIL_ADDRESS}`,
    `Subject: ${subject}`,
    ...(messageId === null ? [] : [`Message-ID: <${messageId}>`]),
    ...headers,
    ...(headers.some((line) => /^content-type:/i.test(line))
      ? []
      : ['Content-Type: text/plain; charset=utf-8']),
    '',
    text,
  ].join('\r\n');
}

async function deliver(mail: string, authorization = `Bearer ${MAIL_HOOK_SECRET}`) {
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/mail',
    headers: { authorization, 'content-type': 'message/rfc822' },
    payload: mail,
  });
  return { status: answer.statusCode, verdict: answer.json().verdict as string | undefined };
}

const inReplyTo = (mail: ReceivedMail) => [`In-Reply-To: ${mail.messageId}`];

describe('an answer to the patron', () => {
  test('is a mail of the library, with its name, the question, and a way back', async () => {
    const mail = await answered('It is free.\nCome by <any> day.');
    expect(mail.from).toEqual({ name: 'northfield library', address: MAIL_ADDRESS });
    expect(mail.subject).toMatch(/^Your question to northfield library \[#\d+-[\w-]{16}\]$/);
    expect(mail.text).toContain('It is free.\nCome by <any> day.');
    expect(mail.text).toContain('> Is ILL free?');
    expect(mail.html).toContain('Come by &lt;any&gt; day.');
    expect(mail.headers).not.toContainEqual(expect.objectContaining({ key: 'auto-submitted' }));
    expect(await read()).toMatchObject({ state: 'pending', ownerId: libraries.sadie });
    expect((await entries())[0]).toMatchObject({ kind: 'reply', to: SAM, delivery: 'sent' });
  });

  test('is in the patron’s language', async () => {
    await sql.updateTable('tickets').set({ language: 'es' }).where('id', '=', ticketId).execute();
    const mail = await answered();
    expect(mail.subject).toContain('Su pregunta a northfield library');
    expect(mail.html).toContain('<html lang="es">');
  });

  test('sent twice, and twice at once, is one mail', async () => {
    const clientId = newId();
    const again = () => reply(asSadie, { text: 'Free.' }, clientId);
    const statuses = (await Promise.all([again(), again()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 201]);
    expect(await again()).toMatchObject({ status: 200 });
    await house.parts.jobs.runDue();
    expect(mailbox.take(SAM)).toHaveLength(1);
    const other = await reply(asSadie, { text: 'Not free.' }, clientId);
    expect(other).toMatchObject({ status: 409, code: 'client_id_taken' });
  });

  test('goes out although the process died after the commit', async () => {
    await reply(asSadie, { text: 'Free.' });
    // Another process of the installation, which finds the job in the table.
    const next = await openHouse({
      connection,
      clock: drivenClock(),
      frameRate: ANY_NUMBER,
      smtpUrl: mailbox.url,
    });
    await next.parts.jobs.runDue();
    await house.parts.jobs.runDue();
    expect(mailbox.take(SAM)).toHaveLength(1);
    expect((await entries())[0]).toMatchObject({ delivery: 'sent' });
  });

  test('is refused while two answer at once, and the later one is told', async () => {
    await reply(asSadie, { text: 'It is free.' });
    const late = await reply(asOmar, { text: 'It costs a euro.' });
    expect(late).toMatchObject({ status: 409, code: 'conflict' });
    expect(await entries()).not.toContainEqual(
      expect.objectContaining({ text: 'It costs a euro.' }),
    );
    const { lastSeq } = await read();
    const informed = await reply(asOmar, { text: 'For students.', after: lastSeq });
    expect(informed.status).toBe(201);
  });

  test('needs an address, and goes to the one that is written down', async () => {
    await change(asSadie, { email: null });
    const answer = await reply(asSadie, { text: 'Free.', after: 1 });
    expect(answer).toMatchObject({ status: 422, code: 'breaks_rule' });
    await change(asSadie, { email: 'other@patron.example' });
    await reply(asSadie, { text: 'Free.', after: 2 });
    await house.parts.jobs.runDue();
    expect(mailbox.take('other@patron.example')).toHaveLength(1);
  });

  test('to an address that no server takes marks the ticket', async () => {
    mailbox.refuses = '550 no such person';
    await reply(asSadie, { text: 'Free.' });
    await house.parts.jobs.runDue();
    expect(await read()).toMatchObject({ hasBounced: true, state: 'open' });
    expect((await entries())[0]).toMatchObject({ kind: 'reply', delivery: 'refused' });
    await change(asSadie, { email: 'other@patron.example' });
    expect(await read()).toMatchObject({ hasBounced: false });
  });

  test('that nobody takes for five days says so, once', async () => {
    await sql
      .updateTable('ticketEntries')
      .set({ at: new Date('2026-02-20T09:00:00Z') })
      .where('ticketId', '=', (await queued()).id)
      .execute();
    await giveUpReplies(house.parts);
    await giveUpReplies(house.parts);
    const found = await entries();
    expect(found[0]).toMatchObject({ kind: 'reply', delivery: 'refused' });
    expect(found.filter(({ kind }) => kind === 'bounced')).toHaveLength(1);
    expect(await read()).toMatchObject({ state: 'open', hasBounced: true });
    await house.parts.jobs.runDue();
    expect(mailbox.mails).toEqual([]);
  });

  test('that is on its way for a day is not given up', async () => {
    await queued();
    await giveUpReplies(house.parts);
    expect((await entries())[0]).toMatchObject({ delivery: 'queued' });
    await house.parts.jobs.runDue();
    expect(mailbox.take(SAM)).toHaveLength(1);
  });

  test('is not a stranger’s to give', async () => {
    expect(await reply(asEve, { text: 'Free.' })).toMatchObject({ status: 404 });
    expect(await entries()).toEqual([]);
  });
});

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
    const merged = ticketId;
    const body = { clientId: newId(), question: 'Once more', email: SAM };
    const input = { params: { widgetId: libraries.widgetId }, query: undefined, body };
    ({ ticketId } = (await house.call(leaveQuestion, input, NOBODY)).body);
    const away = { params: { ticketId: merged }, query: undefined, body: { intoId: ticketId } };
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
        url: `/api/v1/tickets/${ticketId}/attachments/${attachmentId}`,
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

test('a note is for staff, and repeatable', async () => {
  const body = { clientId: newId(), text: 'Rang; nobody there.' };
  const note = (caller: Caller) =>
    house.call(addTicketNote, { params: { ticketId }, query: undefined, body }, caller);
  expect([(await note(asSadie)).status, (await note(asSadie)).status]).toEqual([201, 200]);
  expect(await note(asEve)).toMatchObject({ status: 404 });
  expect(await entries()).toMatchObject([{ kind: 'note', text: body.text }]);
  await house.parts.jobs.runDue();
  expect(mailbox.mails).toEqual([]);
});
