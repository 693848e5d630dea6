import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { leaveQuestion, listTicketEntries, replyToTicket } from '#protocol/tickets.ts';
import { MAIL_HOOK_SECRET, NOBODY, testHouse } from '../../test/house.ts';
import { openImapServer } from '../../test/imap-server.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { openMailbox } from '../../test/mailbox.ts';
import { collectLog } from '../platform/http/test-app.ts';
import { newId } from '../platform/ids.ts';
import { watchMailbox } from '../platform/mail/index.ts';
import { receiveMail } from './index.ts';
import { MAIL_QUOTA } from './mail-quota.ts';

const smtp = await openMailbox();
const imap = await openImapServer();
const { house, sql, clock } = await testHouse({ smtpUrl: smtp.url });
const libraries = await makeLibraries(sql);
/** A session ends before these days do. */
const asSadie = () => house.staff(libraries.sadie);
const { log, lines } = collectLog();
const parts = { ...house.parts, log };
const mailbox = watchMailbox({
  url: imap.url,
  take: (raw, wholeBytes) => receiveMail(parts, raw, wholeBytes),
  log: collectLog().log,
});
afterAll(() => mailbox.stop());

const DAY = 86_400;
const SAM = 'sam@patron.example';
let ticketId: string;
let references: string | undefined;

beforeEach(async () => {
  lines.length = 0;
  await sql.deleteFrom('ticketEntries').execute();
  ({ ticketId, references } = await answeredTicket());
});

/** A question that the library has answered by mail, so that its patron can. */
async function answeredTicket() {
  const left = { clientId: newId(), question: 'Is ILL free?', email: SAM };
  const params = { widgetId: libraries.widgetId };
  const { body } = await house.call(
    leaveQuestion,
    { params, query: undefined, body: left },
    NOBODY,
  );
  const reply = { clientId: newId(), text: 'It is.', after: 0 };
  const about = { ticketId: body.ticketId };
  await house.call(
    replyToTicket,
    { params: about, query: undefined, body: reply },
    await asSadie(),
  );
  await house.parts.jobs.runDue();
  return { ...about, references: smtp.take(SAM)[0]?.messageId };
}

function written(text: string, headers: readonly string[] = []): string {
  const ids = [`Message-ID: <${newId()}@patron.example>`, `References: ${references}`];
  return [`From: Sam <Sam@patron.example>`, ...ids, ...headers, '', text].join('\r\n');
}

async function deliver(mail: string) {
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/mail',
    headers: { authorization: `Bearer ${MAIL_HOOK_SECRET}`, 'content-type': 'message/rfc822' },
    payload: mail,
  });
  const { verdict, code } = answer.json();
  return { verdict, code, retryAfter: answer.headers['retry-after'] };
}

/** So many mails of Sam are there already, and their files take up so many bytes. */
async function cameBefore(mails: number, bytes = 0, into = ticketId): Promise<void> {
  const { lastSeq } = await sql
    .selectFrom('tickets')
    .select('lastSeq')
    .where('id', '=', into)
    .executeTakeFirstOrThrow();
  const entries = Array.from({ length: mails }, (_, n) => ({
    ticketId: into,
    seq: lastSeq + n + 1,
    kind: 'mail' as const,
    text: 'Again',
    body: JSON.stringify({ from: SAM, quoted: null }),
    messageHash: Buffer.from(newId()),
    at: clock.now(),
  }));
  await sql
    .insertInto('ticketEntries')
    .values(entries.map((entry) => ({ ...entry, actorId: null, clientId: null })))
    .execute();
  const seq = lastSeq + mails;
  await sql.updateTable('tickets').set({ lastSeq: seq }).where('id', '=', into).execute();
  if (bytes === 0) return;
  const file = { id: newId(), name: 'map.pdf', mediaType: 'application/pdf', bytes };
  await sql
    .insertInto('ticketAttachments')
    .values({ ...file, ticketId: into, seq, content: Buffer.from('x') })
    .execute();
}

async function entries() {
  const input = { params: { ticketId }, query: { limit: 200 }, body: undefined };
  return (await house.call(listTicketEntries, input, await asSadie())).body.items;
}

const HELD = { code: 'too_many_requests', retryAfter: '3600' };

test('of a day’s mails to one ticket the last that fits is taken; the rest is kept at the mail server and told once', async () => {
  await cameBefore(MAIL_QUOTA.ticket.mails - 1);
  expect(await deliver(written('The last'))).toMatchObject({ verdict: 'taken' });
  const late = written('One too many');
  expect(await deliver(late)).toMatchObject(HELD);
  expect(await deliver(written('And another'))).toMatchObject(HELD);
  const told = (await entries()).filter(({ kind }) => kind === 'held');
  expect(told).toMatchObject([{ by: null }]);

  clock.advance(DAY + 1);
  expect(await deliver(late)).toMatchObject({ verdict: 'taken' });
  expect(await entries()).toContainEqual(expect.objectContaining({ text: 'One too many' }));
});

test('a sender has a day’s mails for all tickets together, and others still write', async () => {
  const other = await answeredTicket();
  await cameBefore(MAIL_QUOTA.sender.mails, 0, other.ticketId);
  expect(await deliver(written('One too many'))).toMatchObject(HELD);
  const fromAnother = written('Hello').replace('Sam@', 'ann@');
  expect(await deliver(fromAnother)).toMatchObject({ verdict: 'taken' });
});

test('mails that came back are counted like any', async () => {
  await cameBefore(MAIL_QUOTA.ticket.mails);
  const bounce = written(`Message-ID: ${references}`).replace('Sam@', 'mailer-daemon@');
  expect(await deliver(bounce)).toMatchObject(HELD);
});

test('of files, what a day may bring is kept, and the rest is told by name', async () => {
  await cameBefore(1, MAIL_QUOTA.ticket.bytes - 8);
  const part = (name: string, content: string) =>
    `--b\r\nContent-Type: image/png; name="${name}"\r\n\r\n${content}\r\n`;
  const text = `--b\r\n\r\nTwo maps.\r\n${part('a.png', 'six !!')}${part('b.png', 'too many')}--b--\r\n`;
  const headers = ['Content-Type: multipart/mixed; boundary="b"'];
  expect(await deliver(written(text, headers))).toMatchObject({ verdict: 'taken' });
  expect((await entries()).findLast(({ kind }) => kind === 'mail')).toMatchObject({
    text: 'Two maps.',
    attachments: [
      { name: 'a.png', isKept: true },
      { name: 'b.png', isKept: false },
    ],
  });
});

test('who pipes more mails at once than are taken in keeps the rest, and hands it in later', async () => {
  const { port } = house.app.server.address() as AddressInfo;
  /** A mail whose end is still to come, once the hook has begun to take it in. */
  const begin = async () => {
    const mail = request({ port, method: 'POST', path: '/api/v1/mail' });
    mail.setHeader('content-type', 'message/rfc822');
    mail.setHeader('authorization', `Bearer ${MAIL_HOOK_SECRET}`);
    mail.setHeader('expect', '100-continue');
    mail.flushHeaders();
    await once(mail, 'continue');
    return mail;
  };
  const begun = [await begin(), await begin()];
  const late = written('The third');
  expect(await deliver(late)).toMatchObject({ code: 'too_many_requests', retryAfter: '10' });
  for (const mail of begun) {
    mail.end(written('One of two'));
    const [answer] = await once(mail, 'response');
    answer.resume();
    expect(answer.statusCode).toBe(200);
    await once(answer, 'end');
  }
  expect(await deliver(late)).toMatchObject({ verdict: 'taken' });
});

test('in a mailbox, what was held back is flagged for people, who hand it in again by marking it as unread', async () => {
  await cameBefore(MAIL_QUOTA.ticket.mails);
  imap.arrives(written('One too many'));
  imap.arrives(written('And another'));
  await mailbox.look();
  expect([imap.unread(), imap.flagged()]).toEqual([0, 2]);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { msg: expect.stringContaining('wait at the mail server') },
  ]);
  expect(lines.join()).not.toContain('@patron.example');

  clock.advance(DAY + 1);
  imap.marksUnread();
  await mailbox.look();
  expect((await entries()).map((entry) => 'text' in entry && entry.text)).toEqual(
    expect.arrayContaining(['One too many', 'And another']),
  );
});
