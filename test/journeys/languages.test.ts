import path from 'node:path';
import { expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../server/demo/libraries.ts';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { deskOn, openDesk } from './tools/desk.ts';
import { patronTab, visitLibrary } from './tools/patron.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

it('a page in French has its chat in French, from the button to the answer', async () => {
  const say = widgetWords('fr');
  const desk = await openDesk(browser, carrel, 'eastvale-luc-t');
  const { page } = await visitLibrary(browser, carrel, 'eastvale?lang=fr');
  const patron = patronTab(page, 'fr');
  await patron
    .launcher()
    .filter({ hasText: say('launcherOnline') })
    .click();
  await expect.poll(() => patron.panel().getAttribute('lang')).toBe('fr');
  await patron.ask('Où sont les atlas ?');
  await patron.panel().getByText(say('waitingTitle')).first().waitFor();
  await desk.offers().click();
  await desk.write('Au deuxième étage');
  await patron.conversation().getByText('Au deuxième étage').waitFor();
  await patron
    .conversation()
    .getByText(say('claimed', { name: 'Luc Tremblay' }))
    .waitFor();
  await patron.page.getByRole('button', { name: say('end') }).waitFor();
});

it('a browser in Spanish has the sign-in page and the desk in Spanish', async () => {
  const say = consoleWords('es');
  const machine = await browser.newMachine({ locale: 'es-MX' });
  await machine.page.goto(carrel.origin);
  await machine.page.getByRole('heading', { name: say('session.title') }).waitFor();
  expect(await machine.page.locator('html').getAttribute('lang')).toBe('es');
  await machine.page.getByLabel(say('session.username'), { exact: true }).fill('harbour-elena-v');
  await machine.page.getByLabel(say('session.password'), { exact: true }).fill(DEMO_PASSWORD);
  await machine.page.getByRole('button', { name: say('session.signIn'), exact: true }).click();
  await deskOn(machine).section(say('desk.waiting')).waitFor();
  await machine.page.getByText(say('desk.empty.quiet')).waitFor();
});

it('who reads another language than the browser says chooses it, and it stays', async () => {
  const say = consoleWords('fr');
  const desk = await openDesk(browser, carrel, 'harbour-joe-k');
  await desk.page.getByRole('button', { name: 'Account of Joe Kowalski' }).click();
  await desk.page.getByLabel('Language').selectOption('fr');
  await desk.section(say('desk.waiting')).waitFor();
  await desk.page.reload();
  await desk.section(say('desk.waiting')).waitFor();
});
