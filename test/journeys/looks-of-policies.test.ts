import path from 'node:path';
import { it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { openDesk } from './tools/desk.ts';
import {
  holdsInEveryLook,
  holdsInLooks,
  LAPTOP_LIGHT,
  LAPTOP_LOOKS,
  PHONE_DARK,
  PHONE_LOOKS,
} from './tools/looks.ts';
import { visitLibrary } from './tools/patron.ts';
import { aboutChat, openPolicy } from './tools/policies.ts';
import { button, field } from './tools/users.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

const say = consoleWords('en');
const sayWidget = widgetWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

const HARBOUR = 'Harbour City Public Library';
const BOTH = [LAPTOP_LIGHT, PHONE_DARK];

it('the pages of all libraries, and what is found in them', async () => {
  const { page } = await openDesk(browser, carrel, 'harbour-elena-v');
  await page.goto(`${carrel.origin}/policies`);
  await page.getByRole('link', { name: HARBOUR }).waitFor();
  await holdsInEveryLook(page, 'policies-1-list');
  await page.getByRole('searchbox').fill('renew');
  await page.getByText('Renewals').first().waitFor();
  await holdsInLooks(page, 'policies-2-found', BOTH);
});

it('a page that is read and kept', async () => {
  const elena = await openPolicy(browser, carrel, 'harbour-elena-v', HARBOUR);
  const { page } = elena;
  await button(page, say('policies.report')).click();
  await field(page, say('policies.report.text')).fill('The branch in Hill Street has closed.');
  await holdsInLooks(page, 'policies-3-report', BOTH);
  await button(page, say('policies.report.send')).click();
  await page.getByText(say('policies.report.sent')).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await holdsInEveryLook(page, 'policies-4-read');
  await elena.tab('edit');
  await field(elena.passage('Renewals'), say('policies.edit.text')).fill('Four times.');
  await holdsInEveryLook(page, 'policies-5-edit');
  await elena.tab('problems');
  await page.getByText('The branch in Hill Street has closed.').waitFor();
  await holdsInLooks(page, 'policies-6-problems', BOTH);
  await elena.tab('secrets');
  await page.getByText(say('policies.secrets.none')).waitFor();
  await holdsInLooks(page, 'policies-7-no-secrets', BOTH);
  await elena.tab('history');
  await page.getByText(say('policies.history.now')).waitFor();
  await holdsInLooks(page, 'policies-8-history', BOTH);
});

it('a page beside a chat, and the search from there', async () => {
  const desk = await openDesk(browser, carrel, 'eastvale-mei-c');
  const { page } = desk;
  const patron = await visitLibrary(browser, carrel, 'northfield');
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask('Can I still get an article from 1987 before Friday?', { name: 'Amira' });
  await desk.offers('Amira').click();
  const about = aboutChat(page);
  await about.getByText(say('policies.snippets')).first().waitFor();
  await holdsInLooks(page, 'policies-9-desk', LAPTOP_LOOKS);
  const label = 'Guest sign-in to the databases';
  await button(about, say('policies.secrets.show.named', { label })).click();
  await about.getByText('Larkspur-Quay-58').waitFor();
  await holdsInLooks(page, 'policies-10-revealed', LAPTOP_LOOKS);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('fees');
  await page.getByRole('option').first().waitFor();
  await holdsInEveryLook(page, 'policies-11-search');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.setViewportSize({ width: 390, height: 844 });
  await button(page, say('desk.about')).click();
  await about.getByText(say('policies.snippets')).first().waitFor();
  await holdsInLooks(page, 'policies-12-phone', PHONE_LOOKS);
});
