import path from 'node:path';
import { it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { holdsInEveryLook, holdsInLooks, LAPTOP_LIGHT, PHONE_DARK } from './tools/looks.ts';
import { button, field, openUsers, secret } from './tools/users.ts';
import { consoleWords } from './tools/words.ts';

const say = consoleWords('en');
const COORDINATOR = 'northfield-admin';
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

it('the users, one of them in the drawer, and the questions about them', async () => {
  const { page, edit, password } = await openUsers(browser, carrel, COORDINATOR);
  const username = 'northfield-sadie-p';
  await page.getByRole('checkbox', { name: say('accounts.select', { username }) }).check();
  await holdsInEveryLook(page, 'accounts-1-users');
  await button(page, say('accounts.delete')).click();
  await page.getByRole('dialog').getByText(`(${username})`).waitFor();
  await holdsInLooks(page, 'accounts-2-delete', [LAPTOP_LIGHT, PHONE_DARK]);
  await button(page, say('accounts.no')).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await password(username);
  await holdsInLooks(page, 'accounts-3-password', [LAPTOP_LIGHT, PHONE_DARK]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await edit(username);
  await holdsInEveryLook(page, 'accounts-4-drawer');
});

it('the wizard, from its first screen to its last', async () => {
  const { page } = await openUsers(browser, carrel, COORDINATOR);
  const next = () => button(page, say('accounts.next')).click();
  await page.getByRole('link', { name: say('accounts.create') }).click();
  await field(page, say('accounts.username')).fill('northfield-sadie-p');
  await page.getByText(say('accounts.username.taken')).waitFor();
  await holdsInEveryLook(page, 'accounts-5-wizard-username');
  await field(page, say('accounts.username')).fill('northfield-ines-o');
  await next();
  await secret(page, say('accounts.password')).fill('too short');
  await next();
  await page.getByText(say('accounts.fault.password')).waitFor();
  await holdsInLooks(page, 'accounts-6-wizard-password', [LAPTOP_LIGHT, PHONE_DARK]);
  await page.getByRole('checkbox', { name: say('accounts.invite') }).check();
  await next();
  await field(page, say('accounts.email')).fill('ines@northfield.example');
  await next();
  await page.getByRole('checkbox', { name: say('accounts.copy') }).check();
  await field(page, say('accounts.copyFrom')).fill('priya');
  await page.getByRole('option', { name: 'Priya Nair' }).click();
  await holdsInEveryLook(page, 'accounts-7-wizard-copy');
  await button(page, say('accounts.toSummary')).click();
  await button(page, say('accounts.createNow')).waitFor();
  await holdsInEveryLook(page, 'accounts-8-wizard-summary');
});
