import { afterAll, beforeEach, expect, test } from 'vitest';
import { MAIL_BYTES } from '#protocol/limits.ts';
import { leaveQuestion, listTicketEntries, replyToTicket } from '#protocol/tickets.ts';
import { NOBODY, testHouse } from '../../test/house.ts';
import { openImapServer } from '../../test/imap-server.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { openMailbox } from '../../test/mailbox.ts';
import { collectLog } from '../platform/http/test-app.ts';
import { newId } from '../platform/ids.ts';
import { type MailboxWatch, mailReader, watchMailbox } from '../platform/mail/index.ts';
import { receiveMail } from './index.ts';

const smtp = await openMailbox();
const imap = await openImapServer();
const { house, sql } = await testHouse({ smtpUrl: smtp.url });
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);

const watches: MailboxWatch[] = [];
afterAll(() => Promise.all(watches.map((watch) => watch.stop())));

function watch(
  take: (raw: Uint8Array, wholeBytes: number) => Promise<string> = (raw, wholeBytes) =>
    receiveMail(house.parts, raw, wholeBytes),
  url = imap.url,
) {
  const { log, lines } = collectLog();
  const watching = watchMailbox({ url, take, log });
  watches.push(watching);
  return { watching, lines };
}

let ticketId: string;
let answer: string;

beforeEach(async () => {
  const left = { clientId: newId(), question: 'Is ILL free?', email: 'sam@patron.example' };
  const { body } = await house.call(
    leaveQuestion,
    { params: { widgetId: libraries.widgetId }, query: undefined, body: left },
    NOBODY,
  );
  ticketId = body.ticketId;
  const reply = { clientId: newId(), text: 'It is.', after: 0 };
  const input = { params: { ticketId }, query: undefined, body: reply };
  expect(await house.call(replyToTicket, input, asSadie)).toMatchObject({ status: 201 });
  await house.parts.jobs.runDue();
  const [sent] = smtp.take('sam@patron.example');
  answer = [
    'From: Sam <sam@patron.example>',
    `Message-ID: <${newId()}@patron.example>`,
    `References: ${sent?.messageId}`,
    'Subject: Re: ILL',
    '',
    'Thank you!',
  ].join('\r\n');
});

async function mailsInTicket() {
  const input = { params: { ticketId }, query: {}, body: undefined };
  const { body } = await house.call(listTicketEntries, input, asSadie);
  return body.items.filter(({ kind }) => kind === 'mail');
}

test('a mail in the inbox stands in its ticket, and is read from then on', async () => {
  imap.arrives(answer);
  const { watching } = watch();
  await watching.look();
  expect(await mailsInTicket()).toMatchObject([{ text: 'Thank you!' }]);
  expect(imap.unread()).toBe(0);
});

test('a process that dies before it marks the mail leaves it to the next, which knows it', async () => {
  imap.arrives(answer);
  const dying = watch(async (raw, wholeBytes) => {
    await receiveMail(house.parts, raw, wholeBytes);
    throw new Error('The process is gone');
  });
  await dying.watching.look();
  expect(imap.unread()).toBe(1);
  const verdicts: string[] = [];
  const next = watch(async (raw, wholeBytes) => {
    verdicts.push(await receiveMail(house.parts, raw, wholeBytes));
    return 'done';
  });
  await next.watching.look();
  expect(verdicts).toEqual(['repeat']);
  expect(imap.unread()).toBe(0);
  expect(await mailsInTicket()).toHaveLength(1);
});

test('a mail that takes too long to read, and one that is too large, stand in their ticket by their heads', async () => {
  const [head] = answer.split('\r\n\r\n');
  // Seconds of work: each line changes the alphabet twice.
  const endless = `\x1b$B${'0'.repeat(60)}\x1b(B\r\n`.repeat(390_000);
  imap.arrives(`${head}\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n${endless}`);
  const again = head?.replace(/Message-ID: </, 'Message-ID: <again-');
  imap.arrives(`${again}\r\n\r\n${'x'.repeat(MAIL_BYTES)}`);
  const readMail = mailReader({ patienceMs: 500, log: collectLog().log });
  const { watching } = watch((raw, bytes) => receiveMail({ ...house.parts, readMail }, raw, bytes));
  await watching.look();
  const attachments = [{ name: 'mail.eml', isKept: false }];
  expect(await mailsInTicket()).toMatchObject([
    { from: 'sam@patron.example', text: '', attachments },
    { from: 'sam@patron.example', text: '', attachments },
  ]);
  expect(imap.unread()).toBe(0);
});

test('a mail that cannot be taken does not hold up the next', async () => {
  imap.arrives('Subject: first\r\n\r\n.');
  imap.arrives('Subject: second\r\n\r\n.');
  const taken: string[] = [];
  const picky = watch(async (raw) => {
    const mail = Buffer.from(raw).toString();
    if (mail.includes('first')) throw new Error('not this one');
    taken.push(mail);
    return 'taken';
  });
  await picky.watching.look();
  expect(taken).toHaveLength(1);
  expect(imap.unread()).toBe(1);
  await watch().watching.look();
  expect(imap.unread()).toBe(0);
});

test('a mailbox that cannot be opened is told of once, without its password', async () => {
  const { watching, lines } = watch(undefined, imap.url.replace('carrel', 'hunter2'));
  await watching.look();
  await watching.look();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('it refuses the user or the password');
  expect(lines[0]).not.toContain('hunter2');
});
