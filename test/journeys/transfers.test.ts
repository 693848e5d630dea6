import path from 'node:path';
import { expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { type Desk, openDesk } from './tools/desk.ts';
import { holdsInEveryLook } from './tools/looks.ts';
import { visitLibrary } from './tools/patron.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

const say = consoleWords('en');
const sayWidget = widgetWords('en');
const carrel = await startCarrel({ dataFolder: path.join(temporaryHome(), 'data') });
const browser = await openBrowser();

async function askAtNorthfield(question: string, name: string) {
  const patron = await visitLibrary(browser, carrel, 'northfield');
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask(question, { name });
  return patron;
}

const dialogOf = (desk: Desk) => desk.page.getByRole('dialog', { name: say('transfer.title') });

/** By the menu of the pane. */
async function openTransfer(desk: Desk, patronName: string) {
  await desk.page.getByRole('button', { name: say('desk.menu', { name: patronName }) }).click();
  await desk.page.getByRole('menuitem', { name: say('transfer.menu') }).click();
  await dialogOf(desk).waitFor();
  return dialogOf(desk);
}

it('a colleague is asked by keyboard, reads first, accepts, and has the chat', async () => {
  const sadie = await openDesk(browser, carrel, 'northfield-sadie-p');
  const marcus = await openDesk(browser, carrel, 'northfield-marcus-l');
  const patron = await askAtNorthfield('Where are the atlases?', 'Amira');
  await sadie.offers('Amira').click();
  await sadie.write('I ask my colleague.');
  await patron.conversation().getByText('I ask my colleague.').waitFor();

  // Out of the message field first: a single key is a letter in there.
  await sadie.pane('Amira').focus();
  await sadie.page.keyboard.press('t');
  const dialog = dialogOf(sadie);
  await dialog.getByLabel(say('transfer.search')).fill('marcus');
  await expect.poll(() => dialog.getByRole('radio').count()).toBe(1);
  await dialog.getByRole('radio').focus();
  await sadie.page.keyboard.press('Space');
  await dialog.getByLabel(say('transfer.note')).fill('She has the old call number.');
  await dialog.getByLabel(say('transfer.search')).fill('');
  await dialog.getByRole('heading', { name: say('transfer.kind.coop') }).waitFor();
  await holdsInEveryLook(sadie.page, 'transfer-dialog');
  await dialog.getByRole('button', { name: say('transfer.ask') }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await sadie
    .pane('Amira')
    .getByText(say('transfer.asked', { name: 'Marcus Lindqvist' }))
    .waitFor();

  const waiting = marcus.section(say('desk.waiting'));
  await waiting.getByText(say('transfer.from', { name: 'Sadie Parrish' })).waitFor();
  await waiting.getByText('She has the old call number.').waitFor();
  await holdsInEveryLook(marcus.page, 'transfer-asked');
  await waiting.getByRole('button', { name: say('transfer.read.of', { name: 'Amira' }) }).click();
  await marcus.conversation('Amira').getByText('I ask my colleague.').waitFor();
  await marcus
    .pane('Amira')
    .getByRole('button', { name: new RegExp(`^${say('transfer.accept')} `) })
    .click();

  await marcus.write('I have it here.', 'Amira');
  await patron.conversation().getByText('I have it here.').waitFor();
  await patron
    .conversation()
    .getByText(sayWidget('claimed', { name: 'Marcus Lindqvist' }))
    .waitFor();
  await sadie
    .pane('Amira')
    .getByText(say('desk.ended.active', { name: 'Marcus Lindqvist' }))
    .waitFor();
  expect(await patron.conversation().textContent()).not.toContain('call number');
  await sadie.context.close();
  await marcus.context.close();
});

it('who declines leaves it with the sender, who is told; passed on to the co-op it waits there', async () => {
  const sadie = await openDesk(browser, carrel, 'northfield-sadie-p');
  const marcus = await openDesk(browser, carrel, 'northfield-marcus-l');
  const luc = await openDesk(browser, carrel, 'eastvale-luc-t');
  const patron = await askAtNorthfield('Can I renew by phone?', 'Bela');
  await sadie.offers('Bela').click();

  const asking = await openTransfer(sadie, 'Bela');
  await asking.getByLabel('Marcus Lindqvist').click();
  await asking.getByRole('button', { name: say('transfer.ask') }).click();
  await marcus
    .section(say('desk.waiting'))
    .getByRole('button', { name: new RegExp(`^${say('transfer.decline')} `) })
    .click();
  await sadie.page
    .getByText(say('notice.transfer.declined', { name: 'Marcus Lindqvist', patron: 'Bela' }))
    .waitFor();
  await sadie.write('Still with me.', 'Bela');
  await patron.conversation().getByText('Still with me.').waitFor();

  const passing = await openTransfer(sadie, 'Bela');
  await passing.getByLabel(say('transfer.search')).fill('night owls');
  await passing
    .getByRole('region', { name: say('transfer.kind.coop') })
    .getByRole('radio')
    .click();
  await passing.getByRole('button', { name: say('transfer.passOn') }).click();
  await patron
    .conversation()
    .getByText(sayWidget('returned', { name: 'Sadie Parrish' }))
    .waitFor();
  await luc.offers('Bela').click();
  await luc.conversation('Bela').getByText('Still with me.').waitFor();
  await luc.write('Good evening from Eastvale.', 'Bela');
  await patron.conversation().getByText('Good evening from Eastvale.').waitFor();
  expect(await marcus.offers('Bela').count()).toBe(0);
});
