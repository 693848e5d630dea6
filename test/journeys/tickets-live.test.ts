import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../server/demo/libraries.ts';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openMailbox, type ReceivedMail } from '../mailbox.ts';
import { openBrowser } from './tools/browser.ts';
import { type Desk, openDesk } from './tools/desk.ts';
import { hasFocus } from './tools/keys.ts';
import { holdsInLooks, LAPTOP_LIGHT, PHONE_DARK } from './tools/looks.ts';
import { consoleWords } from './tools/words.ts';

const say = consoleWords('en');
const SECRET = 'a secret of the mail server alone';
const AMIRA = 'amira@patron.example';
const home = temporaryHome();
const mailbox = await openMailbox();
const carrel = await startCarrel({
  dataFolder: path.join(home, 'data'),
  env: {
    SMTP_URL: mailbox.url,
    MAIL_ADDRESS: 'desk@northfield.example',
    MAIL_HOOK_SECRET: SECRET,
  },
});
const browser = await openBrowser();

let sadie: Desk;
let marcus: Desk;
async function openBoth(): Promise<void> {
  sadie = await openDesk(browser, carrel, 'northfield-sadie-p');
  marcus = await openDesk(browser, carrel, 'northfield-marcus-l');
  for (const { page } of [sadie, marcus])
    await page.getByRole('link', { name: say('shell.nav.questions') }).click();
}

const listOf = ({ page }: Desk) => page.getByRole('region', { name: say('tickets.list') });
const ticketOf = ({ page }: Desk) =>
  page.getByRole('region', { name: say('tickets.single'), exact: true });
const answerOf = ({ page }: Desk) => page.getByLabel(say('tickets.answer'), { exact: true });
const badgeOf = ({ page }: Desk, count: number) =>
  page
    .getByRole('navigation', { name: say('shell.nav.label') })
    .getByText(say('tickets.waiting.one', { count: String(count) }), { exact: true });

async function leave(question: string, name: string): Promise<void> {
  const site = await (await fetch(`${carrel.origin}/demo/northfield`)).text();
  const widgetId = /data-widget="([^"]+)"/.exec(site)?.[1];
  const sent = await fetch(`${carrel.origin}/api/v1/widgets/${widgetId}/questions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: randomUUID(), question, name, email: AMIRA }),
  });
  expect(sent.status).toBe(201);
}

async function mailFor(address: string): Promise<ReceivedMail> {
  const isHere = () => mailbox.mails.some(({ recipient }) => recipient === address);
  await expect.poll(isHere, { timeout: 20_000 }).toBe(true);
  const [mail] = mailbox.take(address);
  if (!mail) throw new Error('No mail came');
  return mail;
}

async function answersByMail(mail: ReceivedMail, lines: readonly string[]): Promise<void> {
  const sent = await fetch(`${carrel.origin}/api/v1/mail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'message/rfc822' },
    body: [
      `From: Amira <${AMIRA}>`,
      `Message-ID: <${randomUUID()}@patron.example>`,
      `In-Reply-To: ${mail.messageId}`,
      'Subject: Re: maps',
      ...lines,
    ].join('\r\n'),
  });
  expect(await sent.json()).toEqual({ verdict: 'taken' });
}

it('a new question is in the bar and in the list of whoever has it open, without a reload', async () => {
  await openBoth();
  await listOf(sadie).getByText(say('tickets.empty.new'), { exact: true }).waitFor();
  await leave('Where are the flood maps?', 'Amira');
  for (const desk of [sadie, marcus]) {
    await listOf(desk).getByRole('button', { name: 'Where are the flood maps?' }).waitFor();
    await badgeOf(desk, 1).waitFor();
  }
});

it('two who answer the same one see each other, and the second is told before a second mail goes out', async () => {
  await openBoth();
  for (const desk of [sadie, marcus])
    await listOf(desk).getByRole('button', { name: 'Where are the flood maps?' }).click();
  await answerOf(marcus).fill('I will ask the map librarian.');
  await answerOf(sadie).pressSequentially('They are in the map room');
  const isWriting = (name: string) => say('tickets.writing.one', { names: name });
  await ticketOf(marcus).getByText(isWriting('Sadie Parrish')).waitFor();
  await listOf(marcus).getByText(isWriting('Sadie Parrish')).waitFor();
  await ticketOf(sadie).getByText(isWriting('Marcus Lindqvist')).waitFor();
  await holdsInLooks(marcus.page, 'tickets-live-1-writing', [LAPTOP_LIGHT, PHONE_DARK]);

  await answerOf(sadie).press('Control+Enter');
  await answerOf(sadie).press('Escape');
  await expect.poll(() => hasFocus(ticketOf(sadie))).toBe(true);
  await ticketOf(marcus).getByText('They are in the map room').waitFor();
  await ticketOf(marcus)
    .getByText(say('tickets.meanwhile', { names: 'Sadie Parrish' }))
    .waitFor();
  await ticketOf(marcus).getByText(isWriting('Sadie Parrish')).waitFor({ state: 'detached' });
  expect(await answerOf(marcus).inputValue()).toBe('I will ask the map librarian.');
  await holdsInLooks(marcus.page, 'tickets-live-2-meanwhile', [LAPTOP_LIGHT, PHONE_DARK]);

  await answerOf(marcus).press('Control+Enter');
  await marcus.page.getByText(say('tickets.conflict')).waitFor();
  const mail = await mailFor(AMIRA);
  expect(mail.text).toContain('They are in the map room');
  expect(mailbox.mails).toEqual([]);
  await ticketOf(marcus)
    .getByText(say('tickets.meanwhile', { names: 'Sadie Parrish' }))
    .waitFor({ state: 'detached' });
  await answerOf(marcus).fill('');

  // The patron answers a closed ticket: open again, wherever it is shown, with nothing from outside loaded.
  await ticketOf(sadie).getByLabel(say('tickets.state'), { exact: true }).selectOption('closed');
  await expect
    .poll(() => ticketOf(marcus).getByLabel(say('tickets.state'), { exact: true }).inputValue())
    .toBe('closed');
  const asked: string[] = [];
  marcus.page.on('request', (request) => asked.push(request.url()));
  await answerOf(marcus).fill('Half a thought');
  await answersByMail(mail, [
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Thank you! <b>Which floor</b> is it on?</p><img src="https://tracker.example/pixel.gif" width="1">',
  ]);
  await ticketOf(marcus).getByText('Which floor is it on?').waitFor();
  await expect
    .poll(() => ticketOf(marcus).getByLabel(say('tickets.state'), { exact: true }).inputValue())
    .toBe('open');
  expect(await answerOf(marcus).inputValue()).toBe('Half a thought');
  await ticketOf(marcus)
    .getByText(say('tickets.meanwhile', { names: 'Amira' }))
    .waitFor();
  expect(asked.filter((url) => !url.startsWith(carrel.origin))).toEqual([]);

  // What is read is sent.
  await ticketOf(marcus)
    .getByRole('button', { name: say('tickets.meanwhile.read') })
    .click();
  await answerOf(marcus).press('Control+Enter');
  expect((await mailFor(AMIRA)).text).toContain('Half a thought');
  const sent = ticketOf(sadie).getByText(say('tickets.delivery.sent', { email: AMIRA }));
  await expect.poll(() => sent.count()).toBe(2);
});

it.each(['fr-CA', 'es-MX'])('the page fits a phone in %s', async (locale) => {
  const machine = await browser.newMachine({ locale });
  const { page } = machine;
  await page.goto(carrel.origin);
  const words = consoleWords(locale.startsWith('fr') ? 'fr' : 'es');
  await page.getByLabel(words('session.username'), { exact: true }).fill('northfield-priya-n');
  await page.getByLabel(words('session.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: words('session.signIn'), exact: true }).click();
  await page.getByRole('link', { name: words('shell.nav.questions') }).click();
  await page.getByText(words('tickets.state.pending'), { exact: true }).click();
  await page.getByRole('button', { name: 'Where are the flood maps?' }).waitFor();
  await holdsInLooks(page, `tickets-live-3-${locale}`, [LAPTOP_LIGHT, PHONE_DARK]);
  await page.getByRole('button', { name: 'Where are the flood maps?' }).click();
  await page
    .getByRole('region', { name: words('tickets.single'), exact: true })
    .getByText('Which floor is it on?')
    .waitFor();
  await holdsInLooks(page, `tickets-live-4-${locale}`, [LAPTOP_LIGHT, PHONE_DARK]);
});
