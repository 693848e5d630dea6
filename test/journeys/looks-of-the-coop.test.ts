import path from 'node:path';
import { it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { createAccounts, openCoop } from './tools/coop.ts';
import { openDesk } from './tools/desk.ts';
import { holdsInEveryLook, holdsInLooks, LAPTOP_LIGHT, PHONE_DARK } from './tools/looks.ts';
import { button, field } from './tools/users.ts';
import { consoleWords } from './tools/words.ts';

const say = consoleWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

it('the way in, the levels, and the two tabs of Manage Accounts', async () => {
  const coop = await openCoop(browser, carrel, 'northfield-admin');
  const { page } = coop;
  await createAccounts(coop, carrel, 'northfield', ['northfield-ines-o', 'northfield-otto-b']);
  await button(page, say('coops.chat')).click();
  await page.getByRole('menuitem', { name: say('coops.login') }).waitFor();
  await holdsInLooks(page, 'coop-1-login', [LAPTOP_LIGHT, PHONE_DARK]);
  await page.keyboard.press('Escape');
  await coop.bar.getByRole('link', { name: /Institution Admin/ }).click();
  await page.getByRole('columnheader', { name: /Institution Admin/ }).waitFor();
  await holdsInEveryLook(page, 'coop-2-levels');

  await coop.manageAccounts();
  await coop.editIcon('northfield-sadie-p').waitFor();
  await holdsInEveryLook(page, 'coop-3-accounts');
  const dialog = await coop.edit('northfield-sadie-p');
  await holdsInEveryLook(page, 'coop-4-edit');
  await button(dialog, say('coops.remove')).click();
  await page.getByRole('dialog', { name: say('coops.remove.title') }).waitFor();
  await holdsInLooks(page, 'coop-5-remove', [LAPTOP_LIGHT, PHONE_DARK]);
  await button(page, say('accounts.no')).click();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await coop.tab('new');
  await coop.tick('northfield-ines-o');
  await holdsInEveryLook(page, 'coop-6-add');
  await button(page, say('coops.paste')).click();
  const paste = page.getByRole('dialog', { name: say('coops.paste.title') });
  await field(paste, say('coops.paste.field')).fill('northfield-otto-b, owner, northfield-nobody');
  await button(paste, say('coops.paste.find')).click();
  await paste.getByText(say('coops.paste.unknown')).waitFor();
  await holdsInLooks(page, 'coop-7-paste', [LAPTOP_LIGHT, PHONE_DARK]);
  await paste.getByText(say('shell.close'), { exact: true }).click();
  await coop.add('Regular');
  await page.getByText(say('coops.add.empty.institution', { name: 'Night Owls' })).waitFor();
  await holdsInLooks(page, 'coop-8-add-nobody', [LAPTOP_LIGHT, PHONE_DARK]);
});

it('the owner’s co-ops, a new one, its libraries and its coverage hours', async () => {
  const { page } = await openDesk(browser, carrel, 'owner');
  await page.getByRole('link', { name: say('shell.nav.coops') }).click();
  await page.getByRole('link', { name: 'Night Owls', exact: true }).waitFor();
  await holdsInEveryLook(page, 'coop-9-coops');

  await button(page, say('coops.all.new')).click();
  const drawer = page.getByRole('dialog', { name: say('coops.all.new') });
  await button(drawer, say('coops.create.do')).click();
  await drawer.getByText(say('coops.name.need')).waitFor();
  await drawer.getByRole('textbox', { name: say('coops.name') }).fill('Early Birds');
  await field(drawer, say('coops.create.libraries')).click();
  await page.getByRole('option', { name: 'Harbour City Public Library' }).click();
  await page.keyboard.press('Escape');
  await field(drawer, say('coops.create.queues')).fill('General');
  await page.keyboard.press('Enter');
  await field(drawer, say('coops.create.admin')).fill('joe');
  await page.getByRole('option', { name: /Joe Kowalski/ }).click();
  await holdsInEveryLook(page, 'coop-10-create');
  await button(drawer, say('coops.create.do')).click();

  await page.getByRole('heading', { name: say('coops.nav.settings') }).waitFor();
  await button(page, `${say('coops.coverage')} Harbour City Public Library`).click();
  const hours = page.getByRole('dialog', {
    name: say('coops.coverage.of', { library: 'Harbour City Public Library' }),
  });
  await hours.getByRole('switch').uncheck();
  await hours.getByLabel(say('hours.fromOf', { day: 'Friday' })).fill('20:00');
  await hours.getByLabel(say('hours.toOf', { day: 'Friday' })).fill('02:00');
  await hours.getByText(say('hours.fault.order')).waitFor();
  await holdsInEveryLook(page, 'coop-11-coverage');
  await button(hours, say('hours.split', { day: 'Saturday', to: '2:00 AM' })).click();
  await button(hours, say('hours.exceptions.add')).click();
  await button(hours, say('hours.save')).click();
  await hours.getByText(say('hours.fault.date')).waitFor();
  await hours.getByLabel(say('hours.exceptions.date'), { exact: true }).fill('2026-12-25');
  await hours.getByLabel(say('hours.exceptions.name'), { exact: true }).fill('Christmas');
  await hours.getByText(say('hours.reading')).scrollIntoViewIfNeeded();
  await holdsInLooks(page, 'coop-12-reading', [LAPTOP_LIGHT, PHONE_DARK]);
  await button(hours, say('hours.save')).click();
  await hours.waitFor({ state: 'detached' });
  await page.getByText('Dec 25, 2026, Christmas').waitFor();
  await page.getByText('8:00 PM to midnight').waitFor();
  await holdsInEveryLook(page, 'coop-13-settings');
});

it('the libraries of the installation, and one of them in the drawer', async () => {
  const { page } = await openDesk(browser, carrel, 'owner');
  await page.getByRole('link', { name: say('shell.nav.libraries') }).click();
  await page.getByRole('heading', { name: 'Eastvale University' }).waitFor();
  await holdsInEveryLook(page, 'coop-14-libraries');
  await button(page, `${say('libraries.edit')} Eastvale University`).click();
  await page.getByRole('dialog').getByRole('radiogroup').waitFor();
  await holdsInEveryLook(page, 'coop-15-library');
});
