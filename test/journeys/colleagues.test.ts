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

it('a colleague is told who has a chat, and cannot claim it any more', async () => {
  const sadie = await openDesk(browser, carrel, 'northfield-sadie-p');
  const marcus = await openDesk(browser, carrel, 'northfield-marcus-l');
  const patron = await visitLibrary(browser, carrel, 'northfield');
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask('Where are the atlases?', { name: 'Amira' });
  await sadie.offers('Amira').waitFor();

  await marcus.offers('Amira').click();

  await marcus.pane('Amira').waitFor();
  const waiting = sadie.section(sayDesk('desk.waiting'));
  await waiting.getByText(/^Marcus Lindqvist.* has it$/).waitFor();
  await expect.poll(() => sadie.offers('Amira').count()).toBe(0);
  await sadie
    .section(sayDesk('desk.colleagues'))
    .getByRole('listitem')
    .filter({ hasText: 'Marcus Lindqvist' })
    .getByText('1 chat')
    .waitFor();
  expect(await sadie.pane('Amira').count()).toBe(0);
});

// The one journey that waits for the clock: 2 s and 20 s after the last page of an operator has closed.
it('who closes the browser in the middle of a chat is missed: it is offered again, with all that was said', async () => {
  const sadie = await openDesk(browser, carrel, 'northfield-sadie-p');
  const marcus = await openDesk(browser, carrel, 'northfield-marcus-l');
  const patron = await visitLibrary(browser, carrel, 'northfield');
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask('Can I renew by phone?', { name: 'Bela' });
  await sadie.offers('Bela').click();
  await sadie.write('Yes. Have you got your card?');
  await patron.conversation().getByText('Yes. Have you got your card?').waitFor();

  await sadie.context.close();

  await patron.write('Here it is');
  await marcus.offers('Bela').waitFor({ timeout: 60_000 });
  await patron
    .conversation()
    .getByText(sayWidget('returned', { name: 'Sadie Parrish' }))
    .waitFor();
  await marcus.offers('Bela').click();
  await marcus.conversation('Bela').getByText('Yes. Have you got your card?').waitFor();
  await marcus.conversation('Bela').getByText('Here it is').waitFor();
  expect(await marcus.conversation('Bela').textContent()).not.toContain('Bela lost');
  await marcus.write('I renew it now', 'Bela');
  await patron.conversation().getByText('I renew it now').waitFor();
});
