import { describe, expect, test } from 'vitest';
import { addTicketNote, type Ticket } from '#protocol/tickets.ts';
import { drivenClock } from '../../test/clock.ts';
import { ANY_NUMBER, type Caller, MAIL_ADDRESS, openHouse } from '../../test/house.ts';
import { openTicketMail, SAM } from '../../test/ticket-mail.ts';
import { newId } from '../platform/ids.ts';
import { giveUpReplies } from './index.ts';

const { house, sql, connection, mailbox, libraries, ticket, ...here } = await openTicketMail();
const { asSadie, asOmar, asEve, read, entries, change, reply, answered } = here;

/** The library has answered, and no mail has gone yet. */
async function queued(): Promise<Ticket> {
  const answer = await reply(asSadie, { text: 'It is free.' });
  expect(answer.status).toBe(201);
  return answer.body;
}

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
    await sql.updateTable('tickets').set({ language: 'es' }).where('id', '=', ticket.id).execute();
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

test('a note is for staff, and repeatable', async () => {
  const body = { clientId: newId(), text: 'Rang; nobody there.' };
  const note = (caller: Caller) =>
    house.call(addTicketNote, { params: { ticketId: ticket.id }, query: undefined, body }, caller);
  expect([(await note(asSadie)).status, (await note(asSadie)).status]).toEqual([201, 200]);
  expect(await note(asEve)).toMatchObject({ status: 404 });
  expect(await entries()).toMatchObject([{ kind: 'note', text: body.text }]);
  await house.parts.jobs.runDue();
  expect(mailbox.mails).toEqual([]);
});
