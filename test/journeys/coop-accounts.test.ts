import path from 'node:path';
import { expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { createAccounts, logIn, openCoop } from './tools/coop.ts';
import { openDesk } from './tools/desk.ts';
import { arrowTo, enter, hasFocus, tabTo } from './tools/keys.ts';
import { visitLibrary } from './tools/patron.ts';
import { button } from './tools/users.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

// The three tasks of a co-op's accounts, by the labels that people know them by, at each level.
const say = consoleWords('en');
const sayWidget = widgetWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

it('Regular has the dashboard without “Admin”, and an address does not lead past that', async () => {
  const { page, bar } = await openCoop(browser, carrel, 'northfield-marcus-l');
  const here = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');

  expect(await button(bar, say('coops.nav.admin')).count()).toBe(0);
  await page.goto(`${carrel.origin}${here}/accounts`);
  await bar.waitFor();
  expect(await page.getByRole('heading', { name: say('coops.accounts.title') }).count()).toBe(0);

  await page.goto(`${carrel.origin}${here}/levels`);
  await page.getByRole('columnheader', { name: /Regular/ }).waitFor();
  await page.getByRole('link', { name: say('coops.toDesk') }).click();
  await page.getByRole('region', { name: say('desk.waiting') }).waitFor();
});

it('who is in no co-op has no “Chat” in the bar', async () => {
  const { page } = await openDesk(browser, carrel, 'harbour-admin');
  await createAccounts({ context: page.context(), page }, carrel, 'harbour', ['harbour-nina-s']);
  await button(page, say('coops.chat')).waitFor();

  const { page: other } = await browser.newMachine();
  await other.goto(carrel.origin);
  await other.getByLabel(say('session.username'), { exact: true }).fill('harbour-nina-s');
  await other.getByLabel(say('session.password'), { exact: true }).fill('carrel-demo-2026');
  await button(other, say('session.signIn')).click();
  await other.getByRole('region', { name: say('desk.waiting') }).waitFor();
  expect(await button(other, say('coops.chat')).count()).toBe(0);
});

it('Institution Admin adds accounts of their own institution, at two levels, and takes a batch back', async () => {
  const coop = await openCoop(browser, carrel, 'northfield-admin');
  const { page, row } = coop;
  await createAccounts(coop, carrel, 'northfield', ['northfield-ines-o', 'northfield-otto-b']);
  await coop.manageAccounts();
  await coop.tab('new');

  // Harbour has somebody to add as well, but not for Northfield.
  await row('northfield-ines-o').waitFor();
  expect(await row('harbour-nina-s').count()).toBe(0);
  expect(await coop.levelsOffered()).toEqual(['Regular', 'Institution Admin']);

  await coop.tick('northfield-ines-o');
  await coop.tick('northfield-otto-b');
  await coop.add('Regular');
  await row('northfield-ines-o').waitFor({ state: 'detached' });
  await coop.undo();
  await row('northfield-ines-o').waitFor();

  await coop.tick('northfield-ines-o');
  await coop.add('Institution Admin');
  await coop.tab('accounts');
  await row('northfield-ines-o').getByText('Institution Admin').waitFor();
  expect(await row('northfield-otto-b').count()).toBe(0);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

it('Institution Admin views all rows, and edits and removes those of their own institution', async () => {
  const coop = await openCoop(browser, carrel, 'northfield-admin');
  const { page, row, editIcon } = coop;
  await coop.manageAccounts();
  await editIcon('northfield-priya-n').waitFor();

  await row('harbour-joe-k').waitFor();
  expect(await editIcon('harbour-joe-k').count()).toBe(0);
  await row('eastvale-admin').waitFor();
  expect(await editIcon('eastvale-admin').count()).toBe(0);
  await row('northfield-admin').getByText(say('coops.accounts.you')).waitFor();
  expect(await editIcon('northfield-admin').count()).toBe(0);

  const dialog = await coop.edit('northfield-priya-n');
  const levels = dialog.getByRole('radiogroup', { name: say('coops.accounts.level') });
  expect(await levels.getByRole('radio').count()).toBe(2);
  await levels.getByText(say('coops.means.regular')).waitFor();
  await levels.getByRole('radio', { name: 'Institution Admin' }).check();
  await coop.save(dialog);
  await row('northfield-priya-n').getByText('Institution Admin').waitFor();
  await coop.undo();
  await row('northfield-priya-n').getByText('Regular').waitFor();

  const again = await coop.edit('northfield-priya-n');
  await button(again, say('coops.remove')).click();
  const question = page.getByRole('dialog', { name: say('coops.remove.title') });
  await question.getByText('Remove Priya Nair (northfield-priya-n) from Night Owls?').waitFor();
  await button(question, say('accounts.no')).click();
  await question.waitFor({ state: 'detached' });
  await button(again, say('coops.remove')).click();
  await button(question, say('accounts.yes')).click();
  await row('northfield-priya-n').waitFor({ state: 'detached' });
  await coop.undo();
  await row('northfield-priya-n').getByText('Regular').waitFor();
});

it('Co-Op Admin adds, edits and removes accounts of any institution, at any level', async () => {
  const coop = await openCoop(browser, carrel, 'eastvale-admin');
  const { page, row, editIcon } = coop;
  await coop.manageAccounts();
  await row('eastvale-admin').getByText('Co-Op Admin').waitFor();
  expect(await editIcon('eastvale-admin').count()).toBe(0);
  await editIcon('harbour-admin').waitFor();
  await coop.tab('new');
  await row('harbour-nina-s').waitFor();
  await row('northfield-otto-b').waitFor();
  expect(await coop.levelsOffered()).toEqual(['Regular', 'Institution Admin', 'Co-Op Admin']);

  // By a list from elsewhere, with one that is in already and one that is nobody.
  await button(page, say('coops.paste')).click();
  const paste = page.getByRole('dialog', { name: say('coops.paste.title') });
  await paste
    .getByRole('textbox', { name: say('coops.paste.field') })
    .fill('harbour-nina-s, harbour-joe-k\nharbour-nobody');
  await button(paste, say('coops.paste.find')).click();
  await paste.getByText(`harbour-joe-k: ${say('coops.paste.member')}`).waitFor();
  await paste.getByText(`harbour-nobody: ${say('coops.paste.unknown')}`).waitFor();
  await paste.getByText(say('shell.close'), { exact: true }).click();
  await paste.waitFor({ state: 'detached' });
  await coop.add('Co-Op Admin');
  await coop.tab('accounts');
  await row('harbour-nina-s').getByText('Co-Op Admin').waitFor();

  const dialog = await coop.edit('harbour-nina-s');
  await dialog.getByRole('radio', { name: 'Regular' }).check();
  await coop.save(dialog);
  await row('harbour-nina-s').getByText('Regular').waitFor();
  await button(await coop.edit('harbour-nina-s'), say('coops.remove')).click();
  const question = page.getByRole('dialog', { name: say('coops.remove.title') });
  await button(question, say('accounts.yes')).click();
  await row('harbour-nina-s').waitFor({ state: 'detached' });
});

it('the owner finds rows by words, institution and level, and is told where there are none', async () => {
  const coop = await openCoop(browser, carrel, 'owner');
  const { page, row } = coop;
  await coop.manageAccounts();
  const search = page.getByRole('searchbox', { name: say('coops.accounts.search') });

  await search.fill('harbour');
  await row('northfield-admin').waitFor({ state: 'detached' });
  await row('harbour-admin').waitFor();
  await page
    .getByRole('combobox', { name: say('coops.accounts.level') })
    .selectOption({ label: 'Institution Admin' });
  await row('harbour-joe-k').waitFor({ state: 'detached' });
  await search.fill('eastvale');
  await page.getByText(say('coops.accounts.none')).waitFor();
  await button(page, say('coops.accounts.clear')).click();
  await row('eastvale-admin').waitFor();
});

it('by keyboard alone: add, edit and remove', async () => {
  const { page } = await openDesk(browser, carrel, 'eastvale-admin');
  const { keyboard } = page;
  const named = (role: 'button' | 'tab' | 'checkbox' | 'radio', name: string) =>
    page.getByRole(role, { name, exact: true });
  const username = 'northfield-otto-b';
  const row = page.getByRole('row', { name: new RegExp(username) });

  // Chat > Login, then Admin > Accounts.
  await enter(page, named('button', say('coops.chat')));
  await arrowTo(page, 'ArrowDown', page.getByRole('menuitem').first());
  await keyboard.press('Enter');
  await enter(page, named('button', say('coops.nav.admin')));
  await arrowTo(page, 'ArrowDown', page.getByRole('menuitem').first());
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: say('coops.accounts.title') }).waitFor();

  // Add.
  await tabTo(page, named('tab', say('coops.accounts.tab')));
  await keyboard.press('ArrowRight');
  await tabTo(page, named('checkbox', say('coops.add.select', { username })));
  await keyboard.press('Space');
  await tabTo(page, page.getByRole('combobox', { name: say('coops.level'), exact: true }));
  await keyboard.press('i');
  await enter(page, named('button', say('coops.add.do')));
  await row.waitFor({ state: 'detached' });

  // Edit.
  await tabTo(page, named('tab', say('coops.accounts.tabNew')));
  await keyboard.press('ArrowLeft');
  await row.getByText('Institution Admin').waitFor();
  await enter(page, named('button', say('coops.accounts.edit.of', { username })));
  await tabTo(page, named('radio', 'Institution Admin'));
  await keyboard.press('ArrowUp');
  await enter(page, named('button', say('coops.edit.save')));
  await row.getByText('Regular').waitFor();

  // Remove: the question begins at No.
  await enter(page, named('button', say('coops.accounts.edit.of', { username })));
  await enter(page, named('button', say('coops.remove')));
  await expect.poll(() => hasFocus(named('button', say('accounts.no')))).toBe(true);
  await enter(page, named('button', say('accounts.yes')));
  await row.waitFor({ state: 'detached' });
  await expect
    .poll(() => hasFocus(page.getByRole('heading', { name: say('coops.accounts.title') })))
    .toBe(true);
});

it('whose level is changed and taken away is told, and loses what went with it, on a dashboard alone', async () => {
  const owner = await openCoop(browser, carrel, 'owner');
  const joe = await openCoop(browser, carrel, 'harbour-joe-k');
  await owner.manageAccounts();
  const changeTo = async (level: string) => {
    const dialog = await owner.edit('harbour-joe-k');
    await dialog.getByRole('radio', { name: level }).check();
    await owner.save(dialog);
    await joe.page.getByText(say('notice.coop_level', { name: 'Night Owls' })).waitFor();
  };
  expect(await button(joe.bar, say('coops.nav.admin')).count()).toBe(0);

  await changeTo('Institution Admin');
  await joe.manageAccounts();
  await joe.editIcon('harbour-elena-v').waitFor();

  await button(await owner.edit('harbour-joe-k'), say('coops.remove')).click();
  const question = owner.page.getByRole('dialog', { name: say('coops.remove.title') });
  await button(question, say('accounts.yes')).click();
  await joe.page.getByRole('heading', { name: say('coops.gone.title') }).waitFor();
  await button(joe.page, say('coops.chat')).waitFor({ state: 'detached' });
});

it('who is removed loses the co-op on the open desk and on the open dashboard; their chats stay with both admin levels', async () => {
  const question = 'Does the reading room open on Sundays?';
  const sadie = await openDesk(browser, carrel, 'northfield-sadie-p');
  const dashboard = await sadie.context.newPage();
  await dashboard.goto(carrel.origin);
  await logIn(dashboard);
  const patron = await visitLibrary(browser, carrel, 'harbour');
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask(question, { name: 'Rosa' });
  await sadie.offers('Rosa').click();
  await sadie.write('From noon to five');
  await patron.conversation().getByText('From noon to five').waitFor();
  const owls = sadie.section(say('desk.queues')).getByText('Night Owls').first();
  await owls.waitFor();

  const admin = await openCoop(browser, carrel, 'northfield-admin');
  await admin.manageAccounts();
  await button(await admin.edit('northfield-sadie-p'), say('coops.remove')).click();
  await button(
    admin.page.getByRole('dialog', { name: say('coops.remove.title') }),
    say('accounts.yes'),
  ).click();

  await owls.waitFor({ state: 'detached' });
  await sadie.section(say('desk.mine')).getByText('Rosa').waitFor({ state: 'detached' });
  await sadie.pane('Rosa').getByText(say('desk.ended.waiting')).waitFor();
  expect(await sadie.field('Rosa').count()).toBe(0);
  await button(sadie.page, say('coops.chat')).waitFor({ state: 'detached' });
  await dashboard.getByRole('heading', { name: say('coops.gone.title') }).waitFor();

  await admin.bar.getByRole('link', { name: say('transcripts.title') }).click();
  await admin.page.getByText(question).first().waitFor();
  const coopAdmin = await openCoop(browser, carrel, 'eastvale-admin');
  await coopAdmin.bar.getByRole('link', { name: say('transcripts.title') }).click();
  await coopAdmin.page.getByText(question).first().waitFor();
  // Nobody of Eastvale or Harbour answered it: a Regular of Eastvale sees nothing of it.
  const stranger = await openCoop(browser, carrel, 'eastvale-mei-c');
  await stranger.bar.getByRole('link', { name: say('transcripts.title') }).click();
  await stranger.page.getByText(say('transcripts.empty')).waitFor();
  expect(await stranger.page.getByText(question).count()).toBe(0);
});
