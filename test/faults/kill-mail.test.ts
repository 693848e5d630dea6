import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Ticket, TicketEntry } from '#protocol/tickets.ts';
import { LIBRARIES } from '../../server/demo/libraries.ts';
import { openMailbox } from '../mailbox.ts';
import { type CarrelProcess, startCarrel } from './tools/carrel-process.ts';
import { call, signIn } from './tools/people.ts';
import { temporaryHome } from './tools/temporary-home.ts';

const SECRET = 'a secret of the mail server alone';
const mailbox = await openMailbox();
const options = {
  dataFolder: path.join(temporaryHome(), 'data'),
  env: {
    SMTP_URL: mailbox.url,
    MAIL_ADDRESS: 'desk@northfield.example',
    MAIL_HOOK_SECRET: SECRET,
  },
};
const [NORTHFIELD] = LIBRARIES;
let carrel = await startCarrel(options);

async function killAndStartAgain(): Promise<CarrelProcess> {
  carrel.kill('SIGKILL');
  await carrel.exited;
  carrel = await startCarrel(options);
  return carrel;
}

async function json<Body>(answer: Promise<Response>): Promise<Body> {
  const { status } = await answer;
  expect([200, 201]).toContain(status);
  return (await answer).json() as Promise<Body>;
}

it('an answer that was committed goes out after kill -9, and the patron’s own is taken once', async () => {
  const email = 'sam@patron.example';
  const left = { clientId: randomUUID(), question: 'Is ILL free?', email };
  const { ticketId } = await json<{ ticketId: string }>(
    call(carrel, 'POST', `/widgets/${NORTHFIELD?.widgetId}/questions`, {}, left),
  );
  // The mail server is not to be spoken to until the process is gone.
  mailbox.refuses = '450 come back later';
  let { cookie } = await signIn(carrel, 'northfield-sadie-p');
  const reply = { clientId: randomUUID(), text: 'It is.', after: 0 };
  const replies = `/tickets/${ticketId}/replies`;
  await json<Ticket>(call(carrel, 'POST', replies, { cookie, origin: carrel.origin }, reply));
  await killAndStartAgain();
  expect(mailbox.mails).toEqual([]);
  mailbox.refuses = null;

  // The librarian’s browser never heard whether it was stored, and sends it again.
  ({ cookie } = await signIn(carrel, 'northfield-sadie-p'));
  await json<Ticket>(call(carrel, 'POST', replies, { cookie, origin: carrel.origin }, reply));
  await vi.waitFor(() => expect(mailbox.mails).not.toEqual([]), { timeout: 90_000, interval: 200 });
  const [mail, ...more] = mailbox.take(email);
  expect(more).toEqual([]);

  const answer = `From: <${email}>\r\nMessage-ID: <1@patron.example>\r\nIn-Reply-To: ${mail?.messageId}\r\n\r\nThanks`;
  const deliver = () =>
    fetch(`http://127.0.0.1:${carrel.port}/api/v1/mail`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'message/rfc822' },
      body: answer,
    });
  expect(await json(deliver())).toEqual({ verdict: 'taken' });
  await killAndStartAgain();
  // Its mail server never heard that it was taken, and hands it in again.
  expect(await json(deliver())).toEqual({ verdict: 'repeat' });
  const { items } = await json<{ items: TicketEntry[] }>(
    call(carrel, 'GET', `/tickets/${ticketId}/entries`, { cookie, origin: carrel.origin }),
  );
  expect(items.filter(({ kind }) => kind === 'reply')).toMatchObject([{ delivery: 'sent' }]);
  expect(items.filter(({ kind }) => kind === 'mail')).toHaveLength(1);
  expect(mailbox.mails).toEqual([]);
});
