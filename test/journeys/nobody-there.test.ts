import path from 'node:path';
import { expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { openDesk } from './tools/desk.ts';
import { visitLibrary } from './tools/patron.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

const sayDesk = consoleWords('en');
const sayWidget = widgetWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

it('with nobody at the desk the chat says so, and the question stands with the staff', async () => {
  const patron = await visitLibrary(browser, carrel, 'northfield');
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOfflineState') })
    .click();
  await patron.panel().getByText(sayWidget('offline')).first().waitFor();

  await patron.page
    .getByRole('textbox', { name: sayWidget('question') })
    .fill('Do you lend laptops over the weekend?');
  await patron.page.getByRole('textbox', { name: sayWidget('email') }).fill('chidi@example.org');
  await patron.page.getByRole('textbox', { name: sayWidget('name') }).fill('Chidi');
  await patron.page.getByRole('button', { name: sayWidget('formSend') }).click();

  await patron.panel().getByText(sayWidget('formSent')).waitFor();
  const desk = await openDesk(browser, carrel, 'northfield-sadie-p');
  await desk.page.getByRole('link', { name: sayDesk('shell.nav.questions') }).click();
  const list = desk.page.getByRole('region', { name: sayDesk('tickets.list') });
  await list.getByRole('button', { name: 'Chidi' }).click();
  const ticket = desk.page.getByRole('region', { name: sayDesk('tickets.single'), exact: true });
  await ticket.getByText('Do you lend laptops over the weekend?').waitFor();
  await ticket.getByText('chidi@example.org').waitFor();
});

it('whom nobody answers in time is offered the form, with what they wrote in it', async () => {
  const admin = await openDesk(browser, carrel, 'northfield-admin');
  await admin.page.getByRole('link', { name: sayDesk('shell.nav.widgets') }).click();
  await admin.page
    .getByRole('button', { name: sayDesk('widgets.edit') })
    .first()
    .click();
  const form = admin.page.getByRole('dialog');
  await form.getByLabel(sayDesk('widgets.unanswered'), { exact: true }).fill('5');
  await form.getByRole('button', { name: sayDesk('widgets.save') }).click();
  await admin.page.getByText(sayDesk('widgets.unanswered.after', { seconds: '5' })).waitFor();
  const sadie = await openDesk(browser, carrel, 'northfield-sadie-p');
  const patron = await visitLibrary(browser, carrel, 'northfield');
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask('My hold has vanished', { name: 'Dora', email: 'dora@example.org' });
  await patron.write('It was the third on the list');

  await patron.panel().getByText(sayWidget('offeredTitle')).first().waitFor();

  const question = patron.page.getByRole('textbox', { name: sayWidget('question') });
  await expect.poll(() => question.inputValue()).toContain('My hold has vanished');
  expect(await question.inputValue()).toContain('It was the third on the list');
  await sadie.section(sayDesk('desk.waiting')).getByText(sayDesk('desk.formOffered')).waitFor();
  await patron.page.getByRole('button', { name: sayWidget('formSend') }).click();
  await patron.panel().getByText(sayWidget('closedByQuestion')).first().waitFor();
  await sadie.page.getByRole('link', { name: sayDesk('shell.nav.questions') }).click();
  const ticket = sadie.page.getByRole('main').getByRole('listitem').filter({ hasText: 'Dora' });
  await ticket.getByText('It was the third on the list').waitFor();
});
