import path from 'node:path';
import { expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../server/demo/libraries.ts';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { deskOn, openDesk } from './tools/desk.ts';
import { arrowTo, enter, hasFocus, tabTo, type } from './tools/keys.ts';
import { visitLibrary } from './tools/patron.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

const say = consoleWords('en');
const sayWidget = widgetWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

it('a patron opens the chat, asks, talks, hides it, comes back and ends it, all by keyboard', async () => {
  const desk = await openDesk(browser, carrel, 'northfield-sadie-p');
  const patron = await visitLibrary(browser, carrel, 'northfield');
  const { page } = patron;
  const { keyboard } = page;
  const button = (name: string) => page.getByRole('button', { name: sayWidget(name), exact: true });
  const question = page.getByRole('textbox', { name: sayWidget('question') });
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .waitFor();

  await enter(page, patron.launcher());
  await expect.poll(() => hasFocus(question)).toBe(true);
  await keyboard.type('Where do I return a laptop?');
  await enter(page, button('ask'));
  await expect.poll(() => hasFocus(patron.field())).toBe(true);
  await desk.offers().click();
  await desk.write('At the desk by the door');
  await patron.conversation().getByText('At the desk by the door').waitFor();
  await keyboard.type('Thanks');
  await keyboard.press('Enter');
  await desk.conversation().getByText('Thanks').waitFor();

  await keyboard.press('Escape');
  await patron.panel().waitFor({ state: 'hidden' });
  await expect.poll(() => hasFocus(patron.launcher())).toBe(true);
  await keyboard.press('Enter');
  await expect.poll(() => hasFocus(patron.field())).toBe(true);

  await enter(page, button('end'));
  await page.getByRole('alertdialog').waitFor();
  await expect.poll(() => hasFocus(button('endNo'))).toBe(true);
  await enter(
    page,
    page.getByRole('alertdialog').getByRole('button', { name: sayWidget('endYes') }),
  );
  await patron.panel().getByText(sayWidget('closedByPatron')).first().waitFor();
  await expect.poll(() => hasFocus(button('startNew'))).toBe(true);
  await keyboard.press('Enter');
  await expect.poll(() => hasFocus(question)).toBe(true);
});

it('an operator signs in, chooses a state and queues, claims, answers, notes, switches and closes, all by keyboard', async () => {
  const machine = await browser.newMachine();
  const { page } = machine;
  const { keyboard } = page;
  await page.goto(carrel.origin);
  await type(page, page.getByLabel(say('session.username'), { exact: true }), 'harbour-elena-v');
  await type(page, page.getByLabel(say('session.password'), { exact: true }), DEMO_PASSWORD);
  await keyboard.press('Enter');
  const desk = deskOn(machine);
  await desk.section(say('desk.waiting')).waitFor();

  // State.
  const choose = async (from: string, to: string) => {
    await enter(
      page,
      page.getByRole('button', { name: new RegExp(`^${say(`desk.state.${from}`)}`) }),
    );
    const choice = page.getByRole('menuitemradio', {
      name: new RegExp(`^${say(`desk.state.${to}`)}`),
    });
    await arrowTo(page, 'ArrowDown', choice);
    await keyboard.press('Enter');
    await page.getByRole('button', { name: new RegExp(`^${say(`desk.state.${to}`)}`) }).waitFor();
  };
  await choose('available', 'away');
  await page.getByText(say('desk.empty.not_available')).waitFor();
  await choose('away', 'available');

  // How many chats at once; the focus comes back to where it was asked for.
  const state = page.getByRole('button', { name: new RegExp(`^${say('desk.state.available')}`) });
  await enter(page, state);
  const limit = page.getByRole('menuitem', { name: say('desk.limit.open.other', { count: '5' }) });
  await arrowTo(page, 'ArrowUp', limit);
  await keyboard.press('Enter');
  await type(page, page.getByLabel(say('desk.limit.label')), '2');
  await keyboard.press('Enter');
  await state.getByText(say('desk.load.other', { open: '0', count: '2' })).waitFor();
  await expect.poll(() => hasFocus(state)).toBe(true);

  // Queues.
  const queue = page.getByRole('switch', { name: 'Harbour City Information' });
  await tabTo(page, queue);
  await keyboard.press('Space');
  await expect.poll(() => queue.isChecked()).toBe(false);
  await keyboard.press('Space');
  await expect.poll(() => queue.isChecked()).toBe(true);

  // Claim: one with its button, the other with the shortcut.
  for (const name of ['Amira', 'Bela']) {
    const patron = await visitLibrary(browser, carrel, 'harbour');
    await patron
      .launcher()
      .filter({ hasText: sayWidget('launcherOnline') })
      .click();
    await patron.ask(`It is ${name}, where are the maps?`, { name });
    await desk.offers(name).waitFor();
  }
  await enter(page, desk.offers('Amira'));
  await expect.poll(() => hasFocus(desk.field('Amira'))).toBe(true);
  await keyboard.type('Second floor');
  await keyboard.press('Enter');
  await desk.conversation('Amira').getByText('Second floor').waitFor();
  await keyboard.press('Alt+Enter');
  await expect.poll(() => hasFocus(desk.field('Bela'))).toBe(true);

  // A slash that led to nothing is no message, and the list shows what was said last.
  await keyboard.press('/');
  const canned = page.getByRole('listbox', { name: say('desk.canned') });
  await canned.waitFor();
  await keyboard.press('Escape');
  await canned.waitFor({ state: 'hidden' });
  expect(await desk.field('Bela').inputValue()).toBe('');
  const inHand = desk.section(say('desk.mine')).getByRole('button');
  await inHand.filter({ hasText: 'Amira' }).getByText('You: Second floor').waitFor();

  // Switch, and a note that the patron does not see.
  await keyboard.press('Alt+ArrowUp');
  await expect.poll(() => hasFocus(desk.field('Amira'))).toBe(true);
  await keyboard.press('Escape');
  await keyboard.press('n');
  await page.getByRole('textbox', { name: say('desk.note.write') }).waitFor();
  await keyboard.type('Asked before');
  await keyboard.press('Enter');
  const note = desk.conversation('Amira').getByRole('listitem').filter({ hasText: 'Asked before' });
  await note.getByText(say('desk.note.label')).waitFor();

  // The list of shortcuts, and back to where one was.
  await keyboard.press('Escape');
  await keyboard.press('?');
  const shortcuts = page.getByRole('dialog', { name: say('desk.keys') });
  await shortcuts.waitFor();
  await keyboard.press('Escape');
  await shortcuts.waitFor({ state: 'hidden' });
  await keyboard.press('r');
  await expect.poll(() => hasFocus(desk.field('Amira'))).toBe(true);

  // Close, take it back, close.
  await keyboard.press('Escape');
  await keyboard.press('x');
  const answered = page.getByRole('radio', { name: say('closing.as.answered') });
  await expect.poll(() => hasFocus(answered)).toBe(true);
  await keyboard.press('Escape');
  await expect.poll(() => hasFocus(desk.field('Amira'))).toBe(true);
  await keyboard.press('Escape');
  await keyboard.press('x');
  await expect.poll(() => hasFocus(answered)).toBe(true);
  await keyboard.press('Enter');
  await desk.pane('Amira').waitFor({ state: 'detached' });
  const mine = desk.section(say('desk.mine'));
  await expect
    .poll(() => mine.getByRole('listitem').allTextContents())
    .toEqual([expect.stringContaining('Bela')]);

  // After a reload one key leads back into the chat that stands open.
  await page.reload();
  await desk.field('Bela').waitFor();
  await keyboard.press('r');
  await expect.poll(() => hasFocus(desk.field('Bela'))).toBe(true);
});
