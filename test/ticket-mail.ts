import { beforeEach, expect } from 'vitest';
import {
  changeTicket,
  leaveQuestion,
  listTicketEntries,
  readTicket,
  replyToTicket,
  type Ticket,
  type TicketEntry,
} from '#protocol/tickets.ts';
import { newId } from '../server/platform/ids.ts';
import { type Caller, MAIL_ADDRESS, MAIL_HOOK_SECRET, NOBODY, testHouse } from './house.ts';
import { makeLibraries } from './libraries.ts';
import { openMailbox, type ReceivedMail } from './mailbox.ts';

/** The patron's address. */
export const SAM = 'sam@patron.example';

type Reply = { text: string; after?: number; state?: 'open' | 'pending' | 'closed' };

/** A question of Sam's to Northfield, anew for each test, and real mail both ways. For the top of a test file. */
export async function openTicketMail() {
  const mailbox = await openMailbox();
  const { house, sql, connection } = await testHouse({ smtpUrl: mailbox.url });
  const libraries = await makeLibraries(sql);
  const asSadie = await house.staff(libraries.sadie);
  const ticket = { id: '' };

  async function leave(question: string): Promise<string> {
    const body = { clientId: newId(), question, name: 'Sam', email: SAM };
    const input = { params: { widgetId: libraries.widgetId }, query: undefined, body };
    return (await house.call(leaveQuestion, input, NOBODY)).body.ticketId;
  }
  const at = () => ({ params: { ticketId: ticket.id }, query: undefined, body: undefined });
  const read = async (): Promise<Ticket> => (await house.call(readTicket, at(), asSadie)).body;
  const reply = (caller: Caller, { text, after = 0, state }: Reply, clientId = newId()) => {
    const body = { clientId, text, after, ...(state && { state }) };
    return house.call(replyToTicket, { ...at(), body }, caller);
  };

  beforeEach(async () => {
    mailbox.refuses = null;
    mailbox.mails.length = 0;
    ticket.id = await leave('Is ILL free?');
  });

  return {
    house,
    sql,
    connection,
    mailbox,
    libraries,
    asSadie,
    asOmar: await house.staff(libraries.omar),
    asEve: await house.staff(libraries.eve),
    /** Of the test that runs. */
    ticket,
    leave,
    read,
    entries: async (): Promise<TicketEntry[]> =>
      (await house.call(listTicketEntries, { ...at(), query: {} }, asSadie)).body.items,
    change: (caller: Caller, body: object) => house.call(changeTicket, { ...at(), body }, caller),
    reply,
    /** The library answers, and the mail is at its patron's. */
    answered: async (text = 'It is free.'): Promise<ReceivedMail> => {
      const { lastSeq: after } = await read();
      expect(await reply(asSadie, { text, after })).toMatchObject({ status: 201 });
      await house.parts.jobs.runDue();
      const [mail] = mailbox.take(SAM);
      if (!mail) throw new Error('No mail came');
      return mail;
    },
    /** Hands a mail in, as the mail server does. */
    deliver: async (mail: string, authorization = `Bearer ${MAIL_HOOK_SECRET}`) => {
      const answer = await house.app.inject({
        method: 'POST',
        url: '/api/v1/mail',
        headers: { authorization, 'content-type': 'message/rfc822' },
        payload: mail,
      });
      return { status: answer.statusCode, verdict: answer.json().verdict as string | undefined };
    },
  };
}

interface Letter {
  readonly from?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly text?: string;
  readonly messageId?: string | null;
}

/** A mail as it comes over the wire; of Sam, where nothing else is said. */
export function written(letter: Letter): string {
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

export const inReplyTo = (mail: ReceivedMail) => [`In-Reply-To: ${mail.messageId}`];
