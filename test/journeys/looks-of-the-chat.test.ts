import path from 'node:path';
import { it } from 'vitest';
import { NORTHFIELD } from '../../server/demo/libraries.ts';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { openDesk } from './tools/desk.ts';
import { holdsInEveryLook } from './tools/looks.ts';
import { visitLibrary } from './tools/patron.ts';
import { widgetWords } from './tools/words.ts';

const say = widgetWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

it('a library’s page and its chat with nobody there', async () => {
  const patron = await visitLibrary(browser, carrel, 'northfield');
  await patron
    .launcher()
    .filter({ hasText: say('launcherOffline') })
    .waitFor();
  await holdsInEveryLook(patron.page, 'chat-1-launcher-offline');
  await patron.launcher().click();
  await patron.panel().getByText(say('formOffline')).waitFor();
  await holdsInEveryLook(patron.page, 'chat-2-form');
  await patron.page.getByRole('textbox', { name: say('question') }).fill('Do you lend laptops?');
  await patron.page.getByRole('textbox', { name: say('email') }).fill('chidi@');
  await patron.page.getByRole('button', { name: say('formSend') }).click();
  await patron.panel().getByText(say('errorEmail')).waitFor();
  await holdsInEveryLook(patron.page, 'chat-3-form-fault');
  await patron.page.getByRole('textbox', { name: say('email') }).fill('chidi@example.org');
  await patron.page.getByRole('button', { name: say('formSend') }).click();
  await patron.panel().getByText(say('formSent')).waitFor();
  await holdsInEveryLook(patron.page, 'chat-4-form-sent');
});

it('a chat from its button to its end', async () => {
  const desk = await openDesk(browser, carrel, 'northfield-sadie-p');
  const patron = await visitLibrary(browser, carrel, 'northfield/find-articles');
  await patron
    .launcher()
    .filter({ hasText: say('launcherOnline') })
    .waitFor();
  await holdsInEveryLook(patron.page, 'chat-5-launcher-online');
  await patron.launcher().click();
  await patron.page.getByRole('button', { name: say('addDetails') }).waitFor();
  await holdsInEveryLook(patron.page, 'chat-6-ask');
  await patron.ask('is there a way to only see peer reviewed ones', { name: 'Amira' });
  await desk.offers('Amira').waitFor();
  await holdsInEveryLook(patron.page, 'chat-7-waiting');
  await desk.offers('Amira').click();
  await desk.write(
    'Hello Amira! There is: on the left of the results, tick “Peer-reviewed”. Shall I show you on a search of yours? https://northfield.example/articles',
  );
  await patron.conversation().getByText('Hello Amira!').waitFor();
  await patron.write('yes pls, sleep and memory in teenagers');
  await patron.conversation().getByText(say('seen')).waitFor();
  await holdsInEveryLook(patron.page, 'chat-8-chat');
  await patron.page.getByRole('button', { name: say('end'), exact: true }).click();
  await patron.page.getByRole('alertdialog').waitFor();
  await holdsInEveryLook(patron.page, 'chat-9-end');
  await patron.page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('endYes') })
    .click();
  await patron.panel().getByText(say('closedByPatron')).first().waitFor();
  await holdsInEveryLook(patron.page, 'chat-10-closed');
});

it('the chat as a page of its own', async () => {
  const desk = await openDesk(browser, carrel, 'northfield-sadie-p');
  const { page } = await browser.newMachine();
  await page.goto(`${carrel.origin}/chat/${NORTHFIELD.widgetId}`);
  await page.getByRole('button', { name: say('ask') }).waitFor();
  await holdsInEveryLook(page, 'chat-11-page');
  await desk.context.close();
});

it.each(['harbour', 'harbour?lang=es', 'eastvale?lang=fr'])('the page of %s', async (address) => {
  const { page } = await visitLibrary(browser, carrel, address);
  await page.getByRole('main').waitFor();
  await holdsInEveryLook(page, `library-${address.replace(/\W/g, '-')}`);
});
