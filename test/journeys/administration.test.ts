import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { openDesk } from './tools/desk.ts';
import { tabTo } from './tools/keys.ts';
import { holdsInEveryLook } from './tools/looks.ts';
import { button, choose, field, openUsers } from './tools/users.ts';
import { consoleWords } from './tools/words.ts';

const say = consoleWords('en');
const COORDINATOR = 'northfield-admin';
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

/** Signs the coordinator in and goes to a place by the menu. */
async function openPlace(name: string) {
  const { page } = await openDesk(browser, carrel, COORDINATOR);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

it('two users are edited together, and the change is undone by its notice', async () => {
  const { page, row, undo } = await openUsers(browser, carrel, COORDINATOR);
  const people = ['northfield-marcus-l', 'northfield-priya-n'];
  for (const username of people)
    await page.getByRole('checkbox', { name: say('accounts.select', { username }) }).check();
  await button(page, say('accounts.change')).click();
  const drawer = page.getByRole('dialog', {
    name: say('accounts.several.title.other', { count: '2' }),
  });
  await choose(page, field(drawer, say('accounts.several.removeQueue')), 'Northfield Ref');
  await drawer
    .getByRole('radiogroup')
    .getByText(say('accounts.several.chatAccess.off'), { exact: true })
    .click();
  await holdsInEveryLook(page, 'administration-1-several');
  await button(drawer, say('accounts.save')).click();
  await page.getByText(say('accounts.changed.other', { count: '2' })).waitFor();
  await row('northfield-marcus-l').getByText(say('accounts.mark.noChat')).waitFor();
  await undo();
  await row('northfield-marcus-l')
    .getByText(say('accounts.mark.noChat'))
    .waitFor({ state: 'detached' });
});

it('a file is looked at before it is applied, all or nothing, and comes back as the same columns', async () => {
  const { page, row } = await openUsers(browser, carrel, COORDINATOR);
  await page.getByRole('link', { name: say('accounts.files') }).click();
  const give = async (text: string) => {
    const choosing = page.waitForEvent('filechooser');
    await button(page, say('accounts.import.choose')).click();
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await (await choosing).setFiles(file);
  };
  const report = page.getByRole('table', { name: say('accounts.import.report') });
  await give('username;displayName\nnorthfield-wen-t;Wen Tao\nharbour-joe-k;Not ours\n');
  await page.getByText(say('accounts.import.refused.one', { count: '1' })).waitFor();
  await report.getByRole('row', { name: /harbour-joe-k/ }).waitFor();
  await holdsInEveryLook(page, 'administration-2-import');

  await give('username;displayName;queues\nnorthfield-wen-t;Wen Tao;Northfield Reference\n');
  await page.getByText(say('accounts.import.ready', { creates: '1', changes: '0' })).waitFor();
  await button(page, say('accounts.import.apply.one').replace('{count}', '1')).click();
  await page.getByText(say('accounts.import.applied', { creates: '1', changes: '0' })).waitFor();

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: say('accounts.export') }).click();
  const saved = readFileSync(await (await downloading).path(), 'utf8');
  expect(saved).toMatch(/northfield-wen-t,Wen Tao,.*Northfield Reference/);
  await page
    .getByRole('link', { name: say('accounts.title'), exact: true })
    .last()
    .click();
  await row('northfield-wen-t').waitFor();
});

it.each([
  ['queues', 'Evening desk', 'Night desk'],
  ['pools', 'Opening hours', 'Hours and loans'],
  ['rooms', 'Evening team', 'Night team'],
])(
  '%s: one is made, renamed, filled with people, deleted and brought back',
  async (kind, name, renamed) => {
    const page = await openPlace(say(`shell.nav.${kind}`));
    const line = (of: string) =>
      page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: of, exact: true }) });
    const save = async (drawer: Locator, text: string) => {
      await field(drawer, say('things.name')).fill(text);
      await button(drawer, say('things.save')).click();
      await drawer.waitFor({ state: 'detached' });
    };
    await button(page, say(`${kind}.new`)).click();
    const making = page.getByRole('dialog', { name: say(`${kind}.new`) });
    await button(making, say('things.save')).click();
    await making.getByText(say('things.needName')).waitFor();
    await save(making, name);
    await line(name).waitFor();
    await button(page, say('things.edit', { name })).click();
    await save(page.getByRole('dialog'), renamed);
    await line(renamed).waitFor();

    const count = (of: number) =>
      line(renamed).getByRole('button', {
        name: `${say(`${kind}.members.${of === 1 ? 'one' : 'other'}`, { count: String(of) })} ${renamed}`,
      });
    await count(0).click();
    const members = page.getByRole('dialog', { name: say(`${kind}.membersOf`, { name: renamed }) });
    await members.getByRole('searchbox').fill('sadie');
    await members.getByRole('checkbox', { name: 'Sadie Parrish' }).check();
    await holdsInEveryLook(page, `administration-3-${kind}-members`);
    await page.keyboard.press('Escape');
    await count(1).waitFor();
    await holdsInEveryLook(page, `administration-4-${kind}`);

    await button(page, say('things.delete', { name: renamed })).click();
    await line(renamed).waitFor({ state: 'detached' });
    const notice = page
      .getByRole('alert')
      .filter({ hasText: say('things.deleted', { name: renamed }) });
    await button(notice, say('shell.undo')).click();
    await count(1).waitFor();
    await button(page, say('things.delete', { name: renamed })).click();
    await line(renamed).waitFor({ state: 'detached' });
    await button(page, `${say('things.restore')} ${renamed}`).click();
    await count(1).waitFor();
  },
);

it('a pool gets a message', async () => {
  const page = await openPlace(say('shell.nav.pools'));
  await page
    .getByRole('link', { name: /Northfield College/ })
    .first()
    .click();
  await button(page, say('pools.addMessage')).click();
  await field(page, say('pools.messageTitle')).fill('Parking');
  await page
    .getByRole('textbox', { name: say('pools.messageText') })
    .fill('Behind the library, free.');
  await holdsInEveryLook(page, 'administration-5-pool');
  await button(page, say('things.save')).click();
  await page.getByRole('heading', { name: 'Parking' }).waitFor();
});

it('a cell of the matrix is clicked, undone, and reached by the keyboard; the filter narrows it; it is taken home', async () => {
  const page = await openPlace(say('shell.nav.assignments'));
  const grid = page.getByRole('grid', { name: say('assignments.title') });
  await page.getByRole('searchbox', { name: say('assignments.findOperator') }).fill('priya');
  await page.getByRole('searchbox', { name: say('assignments.findQueue') }).fill('reference');
  await expect.poll(() => grid.getByRole('row').count()).toBe(2);
  const cell = grid.getByRole('gridcell');
  const told = (on: boolean) =>
    page.getByText(
      say(`assignments.done.${on ? 'on' : 'off'}`, {
        operator: 'Priya Nair',
        queue: 'Northfield Reference',
      }),
    );
  const isOn = (on: boolean) =>
    expect.poll(() => cell.first().getAttribute('aria-selected')).toBe(String(on));
  await isOn(true);
  await cell.first().click();
  await told(false).waitFor();
  await isOn(false);
  await button(page, say('shell.undo')).click();
  await isOn(true);

  await tabTo(page, grid);
  await page.keyboard.press('Space');
  await isOn(false);
  await page.keyboard.press('Control+z');
  await isOn(true);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: say('assignments.download', { format: 'CSV' }) }).click();
  expect(readFileSync(await (await downloading).path(), 'utf8')).toContain('Priya Nair');
  await page.getByRole('searchbox', { name: say('assignments.findOperator') }).fill('');
  await page.getByRole('searchbox', { name: say('assignments.findQueue') }).fill('');
  await holdsInEveryLook(page, 'administration-6-matrix');
});

it('the log tells what was done here, is narrowed to one person and one kind, and is taken home', async () => {
  const page = await openPlace(say('shell.nav.audit'));
  const lines = page.getByRole('listitem').filter({ has: page.getByRole('time') });
  const sentence = (action: string) => page.getByText(say(action), { exact: false }).first();
  await sentence('audit.action.session.begun').waitFor();
  await holdsInEveryLook(page, 'administration-7-audit');
  await page.getByLabel(say('audit.kind'), { exact: true }).selectOption('room');
  await sentence('audit.action.room.renamed').waitFor();
  await expect.poll(() => lines.filter({ hasText: 'signed in' }).count()).toBe(0);
  await page.getByText('Night team').first().waitFor();
  await button(page, say('audit.clear')).click();
  await sentence('audit.action.session.begun').waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: say('audit.export') }).click();
  const saved = readFileSync(await (await downloading).path(), 'utf8');
  expect(saved).toContain('room.renamed');
  await page.reload();
  await sentence('audit.action.export.audit').waitFor();
});
