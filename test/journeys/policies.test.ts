import path from 'node:path';
import { expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { openDesk } from './tools/desk.ts';
import { visitLibrary } from './tools/patron.ts';
import { aboutChat, openPolicy } from './tools/policies.ts';
import { button, field, secret } from './tools/users.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

const say = consoleWords('en');
const sayWidget = widgetWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

const NORTHFIELD = 'Northfield College';

async function comeAndAsk(library: string, question: string, name: string) {
  const patron = await visitLibrary(browser, carrel, library);
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask(question, { name });
  return patron;
}

it('beside the chat of a patron from elsewhere stands how things are done there, ready to be used', async () => {
  const desk = await openDesk(browser, carrel, 'eastvale-mei-c');
  const { page } = desk;
  const patron = await comeAndAsk('northfield', 'How do I get an article from 1987?', 'Amira');
  await desk.offers('Amira').click();
  const about = aboutChat(page);

  // It opens by itself.
  await about.getByText('Free for students and staff, 25 open requests each.').waitFor();

  // A snippet goes into the composer behind what is written, and no further.
  await desk.field('Amira').fill('Good news.');
  await button(about, say('policies.insert.named', { title: 'Interlibrary loan is free' })).click();
  const composed = await desk.field('Amira').inputValue();
  expect(composed).toMatch(/^Good news\. Interlibrary loan is free for you\./);
  expect(await patron.conversation().getByText('Interlibrary loan').count()).toBe(0);
  await page.keyboard.press('Enter');
  await patron.conversation().getByText('Interlibrary loan is free for you.').waitFor();

  // A credential in its place, and nowhere before.
  expect(await page.getByText('Larkspur-Quay-58').count()).toBe(0);
  const label = 'Guest sign-in to the databases';
  await button(about, say('policies.secrets.show.named', { label })).click();
  await about.getByText('Larkspur-Quay-58').waitFor();
  await button(about, say('policies.secrets.hide.named', { label })).click();
  await expect.poll(() => page.getByText('Larkspur-Quay-58').count()).toBe(0);

  // The search takes the focus, and gives it back.
  await desk.field('Amira').focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect
    .poll(() => desk.field('Amira').evaluate((composer) => composer === document.activeElement))
    .toBe(true);

  // Another library’s words, by the keyboard alone, from within the text.
  await desk.field('Amira').fill('');
  await desk.field('Amira').focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('book a consultation');
  await page.getByRole('option', { name: /Book a consultation/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => desk.field('Amira').inputValue())
    .toMatch(/^For a thesis or a larger paper/);
  await expect
    .poll(() => desk.field('Amira').evaluate((field) => field === document.activeElement))
    .toBe(true);

  // What is wrong is told to who looks after the page.
  await button(about, say('policies.report')).click();
  await field(about, say('policies.report.text')).fill('The proxy has moved.');
  await button(about, say('policies.report.send')).click();
  await page.getByText(say('policies.report.sent')).waitFor();

  // One's own library's page is folded.
  await comeAndAsk('eastvale', 'Where are the theses?', 'Jonas');
  await desk.offers('Jonas').click();
  await desk.pane('Jonas').waitFor();
  await expect
    .poll(() =>
      about.getByRole('tab', { name: say('policies.about.chat') }).getAttribute('aria-selected'),
    )
    .toBe('true');
});

it('on a phone the page is a tab away, and a snippet leads back into the chat', async () => {
  const desk = await openDesk(browser, carrel, 'eastvale-luc-t');
  const { page } = desk;
  await comeAndAsk('northfield', 'Are there late fees?', 'Rosa');
  await desk.offers('Rosa').click();
  await desk.pane('Rosa').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await button(page, say('desk.about')).click();
  const about = aboutChat(page);
  await button(about, say('policies.insert.named', { title: 'No late fees' })).click();
  await about.waitFor({ state: 'detached' });
  await expect.poll(() => desk.field('Rosa').inputValue()).toMatch(/^Northfield charges no fees/);
  await expect
    .poll(() => desk.field('Rosa').evaluate((composer) => composer === document.activeElement))
    .toBe(true);
});

it('who looks after a page resolves what was reported, and its admin sees who looked at a credential', async () => {
  const sadie = await openPolicy(browser, carrel, 'northfield-sadie-p', NORTHFIELD);
  await sadie.tab('problems');
  await sadie.page.getByText('The proxy has moved.').waitFor();
  await button(sadie.page, say('policies.problems.resolve')).click();
  await field(sadie.page, say('policies.problems.note')).fill('Corrected, thank you.');
  await button(sadie.page, say('policies.problems.resolve')).click();
  await sadie.page.getByText(say('policies.problems.none.open')).waitFor();

  const mei = await openPolicy(browser, carrel, 'eastvale-mei-c', NORTHFIELD);
  await mei.tab('problems');
  await mei.page.getByText(say('policies.problems.resolved'), { exact: true }).click();
  await mei.page.getByText('Corrected, thank you.').waitFor();

  const admin = await openDesk(browser, carrel, 'northfield-admin');
  await admin.page.goto(`${carrel.origin}/audit`);
  const line = admin.page.getByText(say('audit.action.policy_secret.revealed')).first();
  await line.waitFor();
  expect(await admin.page.getByText('eastvale-mei-c').count()).toBeGreaterThan(0);
  expect(await admin.page.content()).not.toContain('Larkspur');
});

it('of two who edit a page the second is told, a reload loses nothing, and history brings back what was', async () => {
  const sadie = await openPolicy(browser, carrel, 'northfield-sadie-p', NORTHFIELD);
  const admin = await openPolicy(browser, carrel, 'northfield-admin', NORTHFIELD);
  await sadie.tab('edit');
  await admin.tab('edit');
  const renewals = (who: typeof sadie) => field(who.passage('Renewals'), say('policies.edit.text'));

  await renewals(sadie).fill('Three times, by telephone too.');
  await sadie.page.reload();
  await expect.poll(() => renewals(sadie).inputValue()).toBe('Three times, by telephone too.');

  await renewals(admin).fill('Four times.');
  await admin.save();
  await admin.page.getByText('Four times.').waitFor();

  await button(sadie.page, say('policies.edit.save')).click();
  await sadie.page.getByText(/Grace Okafor has saved this page meanwhile/).waitFor();
  expect(await renewals(sadie).inputValue()).toBe('Three times, by telephone too.');
  await button(sadie.page, say('policies.edit.conflict.mine')).click();
  await sadie.page.getByText(say('policies.edit.saved')).last().waitFor();
  await sadie.page.getByText('Three times, by telephone too.').waitFor();

  await admin.page.reload();
  await admin.tab('history');
  await button(admin.page, say('policies.history.restore', { version: '2' })).click();
  await admin.page.getByText(say('policies.history.restored', { version: '2' })).waitFor();
  await admin.tab('read');
  await admin.page.getByText('Four times.').waitFor();
});

it('a credential is added, looked at and deleted, and an alert is raised for everybody', async () => {
  const admin = await openPolicy(browser, carrel, 'harbour-admin', 'Harbour City Public Library');
  const { page } = admin;
  const label = 'Newspaper archive';
  await admin.tab('secrets');
  await page.getByText(say('policies.secrets.none')).waitFor();
  await button(page, say('policies.secrets.add')).click();
  await field(page, say('policies.secrets.label')).fill(label);
  await field(page, say('policies.secrets.username')).fill('harbour-guest');
  await secret(page, say('policies.secrets.secret')).fill('pelican-9');
  await button(page, say('policies.secrets.keep')).click();
  await button(page, say('policies.secrets.show.named', { label })).click();
  await page.getByText('pelican-9').waitFor();
  await button(page, say('policies.secrets.delete.named', { label })).click();
  await button(page, say('accounts.yes')).click();
  await page.getByText(say('policies.secrets.none')).waitFor();

  await admin.tab('read');
  await button(page, say('policies.alert.new')).click();
  await field(page, say('policies.alert.text')).fill('The catalogue is down.');
  await button(page, say('policies.alert.raise')).click();
  const sadie = await openPolicy(
    browser,
    carrel,
    'northfield-sadie-p',
    'Harbour City Public Library',
  );
  await sadie.page.getByText('The catalogue is down.').waitFor();
});
