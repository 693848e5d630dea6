import path from 'node:path';
import { expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../server/demo/libraries.ts';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { openDesk } from './tools/desk.ts';
import { enter, hasFocus, tabTo, type } from './tools/keys.ts';
import { button, field, offersOnly, secret } from './tools/users.ts';
import { consoleWords } from './tools/words.ts';

const say = consoleWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

/** Signs the coordinator in and goes to a place by its link, by the keyboard. */
async function openPlace(name: string) {
  const { page } = await openDesk(browser, carrel, 'northfield-admin');
  await enter(page, page.getByRole('link', { name, exact: true }));
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return page;
}

it('several users are changed by keyboard alone', async () => {
  const page = await openPlace(say('shell.nav.users'));
  for (const username of ['northfield-marcus-l', 'northfield-priya-n']) {
    await tabTo(page, page.getByRole('checkbox', { name: say('accounts.select', { username }) }));
    await page.keyboard.press('Space');
  }
  await enter(page, button(page, say('accounts.change')));
  const drawer = page.getByRole('dialog', {
    name: say('accounts.several.title.other', { count: '2' }),
  });
  await type(page, field(drawer, say('accounts.several.removeQueue')), 'Northfield Ref');
  await offersOnly(page, 'Northfield Ref');
  await page.keyboard.press('Enter');
  await enter(page, button(drawer, say('accounts.save')));
  await page.getByText(say('accounts.changed.other', { count: '2' })).waitFor();
});

it('a file of users is taken in by keyboard alone', async () => {
  const page = await openPlace(say('shell.nav.users'));
  await enter(page, page.getByRole('link', { name: say('accounts.files') }));
  const choosing = page.waitForEvent('filechooser');
  await enter(page, button(page, say('accounts.import.choose')));
  const text = 'username;displayName\nnorthfield-wen-t;Wen Tao\n';
  await (await choosing).setFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  await page.getByText(say('accounts.import.ready', { creates: '1', changes: '0' })).waitFor();
  await enter(page, button(page, say('accounts.import.apply.one').replace('{count}', '1')));
  await page.getByText(say('accounts.import.applied', { creates: '1', changes: '0' })).waitFor();
});

it.each([
  ['queues', 'Evening desk', 'Night desk'],
  ['pools', 'Opening hours', 'Hours and loans'],
  ['rooms', 'Evening team', 'Night team'],
])(
  '%s: made, renamed, given people, deleted and brought back by keyboard alone',
  async (kind, name, renamed) => {
    const page = await openPlace(say(`shell.nav.${kind}`));
    const titled = (of: string) => page.getByRole('heading', { name: of, exact: true });
    const dialog = page.getByRole('dialog');
    await enter(page, button(page, say(`${kind}.new`)));
    await type(page, field(dialog, say('things.name')), name);
    await page.keyboard.press('Enter');
    await titled(name).waitFor();
    await dialog.waitFor({ state: 'detached' });

    await enter(page, button(page, say('things.edit', { name })));
    await type(page, field(dialog, say('things.name')), renamed);
    await page.keyboard.press('Enter');
    await titled(renamed).waitFor();
    await dialog.waitFor({ state: 'detached' });

    const none = say(`${kind}.members.other`, { count: '0' });
    await enter(page, button(page, `${none} ${renamed}`));
    await type(page, dialog.getByRole('searchbox'), 'sadie');
    await tabTo(page, dialog.getByRole('checkbox', { name: 'Sadie Parrish' }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const one = button(page, `${say(`${kind}.members.one`, { count: '1' })} ${renamed}`);
    await expect.poll(() => hasFocus(one)).toBe(true);

    await enter(page, button(page, say('things.delete', { name: renamed })));
    await titled(renamed).waitFor({ state: 'detached' });
    await enter(page, button(page, `${say('things.restore')} ${renamed}`));
    await one.waitFor();
  },
);

it('the log is narrowed to one kind, and shown whole again, by keyboard alone', async () => {
  const page = await openPlace(say('shell.nav.audit'));
  await page.getByText(say('audit.action.room.renamed')).first().waitFor();
  await tabTo(page, page.getByLabel(say('audit.kind'), { exact: true }));
  await page.keyboard.type('Room');
  await page.keyboard.press('Enter');
  const signedIn = page.getByText(say('audit.action.session.begun'));
  await expect.poll(() => signedIn.count()).toBe(0);
  await enter(page, button(page, say('audit.clear')));
  await signedIn.first().waitFor();
});

it('one’s own address is changed under Security by keyboard alone', async () => {
  const { page } = await openDesk(browser, carrel, 'northfield-priya-n');
  await page.goto(`${carrel.origin}/security`);
  await enter(page, button(page, say('security.email.change')));
  const dialog = page.getByRole('dialog');
  await type(page, field(dialog, say('security.email.new')), 'priya@northfield.example');
  await type(page, secret(dialog, say('security.password.current')), DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('priya@northfield.example').waitFor();
});
