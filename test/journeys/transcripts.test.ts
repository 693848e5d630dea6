import path from 'node:path';
import { expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { openDesk } from './tools/desk.ts';
import { enter, hasFocus, tabTo } from './tools/keys.ts';
import { visitLibrary } from './tools/patron.ts';
import { openReader } from './tools/told.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

const say = consoleWords('en');
const sayWidget = widgetWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

const COMMENT = 'Quick, and at eleven at night!';
const NOTE = 'Please look at our policy page first: we waive such fees.';
const REPLY = 'I will. Thank you for telling me.';

it('a chat answered for another library is rated by its patron, found by the right people alone, noted on, and counted', async () => {
  // Nobody of Harbour is there: Eastvale answers through the co-op.
  const desk = await openDesk(browser, carrel, 'eastvale-mei-c');
  const patron = await visitLibrary(browser, carrel, 'harbour');
  const { page } = patron;
  const shown = (key: string) => page.getByRole('button', { name: sayWidget(key), exact: true });
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask('Who restored the palimpsest in your exhibition?', { name: 'Amira' });
  await desk.offers('Amira').click();
  await desk.write('A workshop in Bologna: it is in the catalogue.', 'Amira');
  await patron.conversation().getByText('Bologna').waitFor();

  // The patron ends it and rates it, by keyboard alone, and thinks again.
  await enter(page, shown('end'));
  await enter(
    page,
    page.getByRole('alertdialog').getByRole('button', { name: sayWidget('endYes') }),
  );
  await expect.poll(() => hasFocus(shown('startNew'))).toBe(true);
  const step = (value: number) =>
    page.getByRole('radio', { name: sayWidget(`rate${value}`), exact: true });
  await step(1).waitFor();
  // Backwards, the keyboard comes to the last one; the arrows go round.
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => hasFocus(step(4))).toBe(true);
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('ArrowLeft');
  await expect.poll(() => step(1).isChecked()).toBe(true);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => step(3).isChecked()).toBe(true);
  await tabTo(page, page.getByRole('textbox', { name: sayWidget('rateComment') }));
  await page.keyboard.type(COMMENT);
  await enter(page, shown('rateSend'));
  const thanks = (value: number) =>
    page.getByText(sayWidget('rateThanks', { rating: sayWidget(`rate${value}`) }));
  await thanks(3).waitFor();
  await expect.poll(() => hasFocus(shown('rateChange'))).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(() => hasFocus(step(3))).toBe(true);
  await page.keyboard.press('ArrowRight');
  await enter(page, shown('rateSend'));
  await thanks(4).waitFor();

  // The home library's admin finds it by a word of it, reads it by keyboard, and notes something down.
  const daniel = await openReader(browser, carrel, 'harbour-admin');
  await daniel.home('transcripts');
  await daniel.search('palimpsest');
  await expect.poll(() => daniel.found().count()).toBe(1);
  await daniel.found().locator('mark', { hasText: 'palimpsest' }).waitFor();
  await daniel.page.getByRole('heading', { level: 1 }).click();
  await daniel.page.keyboard.press('j');
  await daniel.page.keyboard.press('Enter');
  const heading = daniel.pane().getByRole('heading', { name: 'Amira' });
  await expect.poll(() => hasFocus(heading)).toBe(true);
  await daniel.pane().getByText('Bologna').waitFor();
  await daniel.pane().getByText('Mei Chen').first().waitFor();
  await daniel.pane().getByText(COMMENT).waitFor();
  const address = new URL(daniel.page.url());
  await daniel
    .pane()
    .getByRole('button', { name: say('feedback.note.write') })
    .click();
  await daniel.page.keyboard.type(NOTE);
  await daniel
    .pane()
    .getByRole('button', { name: say('feedback.note.send') })
    .click();
  await daniel.pane().getByText(NOTE).waitFor();

  // Who answered finds it in the co-op, unread note first, and replies.
  const mei = await openReader(browser, carrel, 'eastvale-mei-c');
  await mei.coop('transcripts');
  await mei.search('palimpsest');
  await expect.poll(() => mei.found().count()).toBe(1);
  await mei.coop('feedback');
  const unread = mei.page.getByRole('region', { name: /something new/ });
  await unread.getByText(NOTE).waitFor();
  await unread.getByRole('button', { name: say('feedback.reply'), exact: true }).click();
  await mei.page.keyboard.type(REPLY);
  await unread.getByRole('button', { name: say('feedback.reply.send') }).click();
  await mei.page.getByText(REPLY).first().waitFor();
  await daniel.home('feedback');
  await daniel.page
    .getByRole('region', { name: /something new/ })
    .getByText(REPLY)
    .waitFor();

  // Neither a colleague of the co-op who did not answer, nor an admin of a third library, finds it.
  const chat = address.searchParams.get('chat');
  expect(chat).not.toBeNull();
  for (const stranger of ['northfield-sadie-p', 'northfield-admin']) {
    const other = await openReader(browser, carrel, stranger);
    for (const goTo of [other.home, other.coop]) {
      await goTo('transcripts');
      await other.search('palimpsest');
      await other.page.getByText(say('transcripts.empty'), { exact: true }).waitFor();
    }
    await other.home(`transcripts?chat=${chat}`);
    await other.pane().getByText(say('transcripts.gone'), { exact: true }).waitFor();
  }

  // It counts, where it should.
  const grace = await openReader(browser, carrel, 'eastvale-admin');
  const measure = (reader: typeof grace, key: string) =>
    reader.page
      .locator('dl > div')
      .filter({ has: reader.page.getByText(say(`statistics.${key}`), { exact: true }) })
      .locator('dd')
      .first()
      .textContent();
  await grace.coop('statistics');
  await expect.poll(() => measure(grace, 'chats')).toBe('1');
  expect(await measure(grace, 'answeredElsewhere')).toBe('1');
  expect(await measure(grace, 'rated')).toBe('1');
  expect(await measure(grace, 'great')).toBe('1');
  await daniel.home('statistics');
  await expect.poll(() => measure(daniel, 'answered')).toBe('1');
  await grace.home('statistics');
  await grace.page.getByText(say('statistics.empty'), { exact: true }).waitFor();
});
