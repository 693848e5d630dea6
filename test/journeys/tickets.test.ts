import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openMailbox, type ReceivedMail } from '../mailbox.ts';
import { openBrowser } from './tools/browser.ts';
import { type Desk, openDesk } from './tools/desk.ts';
import { hasFocus } from './tools/keys.ts';
import { holdsInEveryLook, holdsInLooks, LAPTOP_LIGHT, PHONE_DARK } from './tools/looks.ts';
import { visitLibrary } from './tools/patron.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

const say = consoleWords('en');
const sayWidget = widgetWords('en');
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
beforeEach(async () => {
  sadie = await openDesk(browser, carrel, 'northfield-sadie-p');
});

const button = (name: string) => sadie.page.getByRole('button', { name: say(name), exact: true });
const ticket = () => sadie.page.getByRole('region', { name: say('tickets.single'), exact: true });
const list = () => sadie.page.getByRole('region', { name: say('tickets.list') });
const radio = (name: string) => sadie.page.getByRole('radio', { name: say(name), exact: true });

async function mailFor(address: string): Promise<ReceivedMail> {
  await expect
    .poll(() => mailbox.mails.some(({ recipient }) => recipient === address), { timeout: 20_000 })
    .toBe(true);
  const [mail] = mailbox.take(address);
  if (!mail) throw new Error('No mail came');
  return mail;
}

async function answersByMail(mail: ReceivedMail, text: string): Promise<void> {
  const sent = await fetch(`${carrel.origin}/api/v1/mail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'message/rfc822' },
    body: [
      `From: Amira <${AMIRA}>`,
      `Message-ID: <${randomUUID()}@patron.example>`,
      `In-Reply-To: ${mail.messageId}`,
      'Subject: Re: maps',
      '',
      text,
    ].join('\r\n'),
  });
  expect(await sent.json()).toEqual({ verdict: 'taken' });
}

it('a chat is closed as a follow-up by keyboard, and its way home asks for an address', async () => {
  const patron = await visitLibrary(browser, carrel, 'northfield');
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask('Do you have the flood maps of 1850?', { name: 'Amira' });
  await sadie.offers('Amira').click();
  await sadie.write('That is for our map librarian, who is in tomorrow.', 'Amira');
  await patron.conversation().getByText('That is for our map librarian').waitFor();

  const { page } = sadie;
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await expect.poll(() => hasFocus(radio('closing.as.answered'))).toBe(true);
  await page.keyboard.press('2');
  const email = page.getByLabel(say('closing.email'));
  await expect.poll(() => hasFocus(email)).toBe(true);
  await page.getByText(say('closing.email.none')).waitFor();
  await holdsInEveryLook(page, 'tickets-1-closing');

  await email.fill('amira at home');
  await button('closing.finish').click();
  await page.getByText(say('closing.email.wrong')).waitFor();
  await email.fill(AMIRA);
  await page.getByLabel(say('closing.note')).fill('Wants the maps of the east bank.');
  await page.keyboard.press('Control+Enter');
  await sadie.pane('Amira').waitFor({ state: 'detached' });
});

it('it is a ticket with its chat beside it, is answered by mail, and opened again by the patron’s', async () => {
  const { page } = sadie;
  await page.getByRole('link', { name: say('shell.nav.questions') }).click();
  await list().getByRole('button', { name: 'Amira' }).click();
  await ticket().getByText('Wants the maps of the east bank.').first().waitFor();
  await ticket()
    .getByRole('complementary', { name: say('tickets.chat') })
    .getByText('That is for our map librarian')
    .waitFor();
  await holdsInEveryLook(page, 'tickets-2-ticket');

  const answer = page.getByLabel(say('tickets.answer'), { exact: true });
  await page.keyboard.press('r');
  await expect.poll(() => hasFocus(answer)).toBe(true);
  await answer.fill('We have them: call number M 1850/3.');
  await page.reload();
  await expect.poll(() => answer.inputValue()).toContain('M 1850/3');
  await answer.press('Control+Enter');
  const mail = await mailFor(AMIRA);
  expect(mail.text).toContain('call number M 1850/3');
  expect(mail.from?.address).toBe('desk@northfield.example');

  await answersByMail(mail, 'Thank you! May I photograph them?');
  await page.goto(`${carrel.origin}/questions?state=open`);
  await list().getByRole('button', { name: 'Amira' }).click();
  await ticket().getByText('May I photograph them?').waitFor();
  await expect
    .poll(() => ticket().getByLabel(say('tickets.state'), { exact: true }).inputValue())
    .toBe('open');
  await holdsInLooks(page, 'tickets-3-thread', [LAPTOP_LIGHT, PHONE_DARK]);
});

it('its state is moved and taken back, and the search finds it by what was said', async () => {
  const { page } = sadie;
  await page.goto(`${carrel.origin}/tickets?state=open`);
  await list().getByRole('button', { name: 'Amira' }).click();
  const state = ticket().getByLabel(say('tickets.state'), { exact: true });
  await state.selectOption('closed');
  await page.getByRole('button', { name: say('shell.undo') }).click();
  await expect.poll(() => state.inputValue()).toBe('open');

  await page.getByText(say('tickets.state.all'), { exact: true }).click();
  const search = page.getByRole('searchbox', { name: say('tickets.search') });
  await search.fill('zebra');
  await list().getByText(say('tickets.empty.found'), { exact: true }).waitFor();
  await search.fill('photograph');
  await list().getByRole('button', { name: 'Amira' }).waitFor();
});

it('two of one patron are merged, and the merge is undone', async () => {
  const { page } = sadie;
  const config = await fetch(`${carrel.origin}/demo/northfield`);
  const widgetId = /data-widget="([^"]+)"/.exec(await config.text())?.[1];
  const sent = await fetch(`${carrel.origin}/api/v1/widgets/${widgetId}/questions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      clientId: randomUUID(),
      question: 'Once more about the flood maps',
      name: 'Amira',
      email: AMIRA,
    }),
  });
  expect(sent.status).toBe(201);
  await page.goto(`${carrel.origin}/tickets`);
  await list().getByRole('button', { name: 'Once more about the flood maps' }).click();
  await ticket()
    .getByRole('button', { name: say('tickets.menu', { name: 'Amira' }) })
    .click();
  await page.getByRole('menuitem', { name: say('tickets.merge') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'flood maps of 1850' }).waitFor();
  await holdsInLooks(page, 'tickets-4-merge', [LAPTOP_LIGHT, PHONE_DARK]);
  await dialog.getByRole('button', { name: 'flood maps of 1850' }).click();
  await ticket().getByText(say('tickets.goesOn')).waitFor();
  await ticket()
    .getByRole('button', { name: say('tickets.unmerge') })
    .click();
  await ticket().getByText(say('tickets.goesOn')).waitFor({ state: 'detached' });
  await holdsInLooks(page, 'tickets-5-unmerged', [LAPTOP_LIGHT, PHONE_DARK]);
});

it('what the patron ended is resolved afterwards', async () => {
  const { page } = sadie;
  await page.getByRole('link', { name: say('shell.nav.desk') }).click();
  const patron = await visitLibrary(browser, carrel, 'northfield');
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask('Never mind', { name: 'Bela' });
  await sadie.offers('Bela').click();
  await sadie.field('Bela').waitFor();
  await patron.page.getByRole('button', { name: sayWidget('end') }).click();
  await patron.page.getByRole('button', { name: sayWidget('endYes') }).click();
  await sadie
    .pane('Bela')
    .getByRole('radio', { name: say('closing.as.lost') })
    .click();
  await sadie
    .pane('Bela')
    .getByText(say('closing.change', { how: say('closing.as.lost') }))
    .waitFor();
  await holdsInLooks(page, 'tickets-6-ended', [LAPTOP_LIGHT]);
});
