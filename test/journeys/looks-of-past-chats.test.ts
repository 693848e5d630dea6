import path from 'node:path';
import { expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { openDesk } from './tools/desk.ts';
import { holdsInEveryLook } from './tools/looks.ts';
import { leavePastChats } from './tools/past-chats.ts';
import { visitLibrary } from './tools/patron.ts';
import { openReader } from './tools/told.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

const say = consoleWords('en');
const sayWidget = widgetWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();
await leavePastChats(browser, carrel);

it('transcripts: the list, the filters, and a chat that was searched for', async () => {
  const reader = await openReader(browser, carrel, 'eastvale-admin');
  const { page } = reader;
  await reader.coop('transcripts');
  // What Eastvale answered for its own patron never came to the co-op.
  await expect.poll(() => reader.found().count()).toBe(3);
  await holdsInEveryLook(page, 'past-1-transcripts');
  await page.getByRole('button', { name: say('told.filters'), exact: true }).click();
  await holdsInEveryLook(page, 'past-2-filters');
  await reader.search('renew');
  await reader.found().first().getByRole('link').click();
  await reader.pane().getByRole('heading', { level: 2 }).waitFor();
  await reader
    .pane()
    .getByRole('button', { name: say('feedback.note.write') })
    .waitFor({
      state: 'detached',
    });
  await holdsInEveryLook(page, 'past-3-transcript');
  await reader.search('zeppelin');
  await page.getByText(say('transcripts.empty'), { exact: true }).waitFor();
});

it('a transcript with a note, and the feedback', async () => {
  const reader = await openReader(browser, carrel, 'harbour-admin');
  const { page } = reader;
  await reader.home('transcripts');
  await reader.found().last().getByRole('link').click();
  await reader
    .pane()
    .getByRole('button', { name: say('feedback.note.write') })
    .click();
  await page.keyboard.type('Please look at our policy page first: we waive such fees.');
  await holdsInEveryLook(page, 'past-4-note');
  await reader
    .pane()
    .getByRole('button', { name: say('feedback.note.send') })
    .click();
  await reader.pane().getByText('Please look').waitFor();
  const mei = await openReader(browser, carrel, 'eastvale-mei-c');
  await mei.coop('feedback');
  await mei.page.getByText('Please look').first().waitFor();
  await holdsInEveryLook(mei.page, 'past-5-feedback');
});

it('statistics, as charts and as tables', async () => {
  const reader = await openReader(browser, carrel, 'eastvale-admin');
  const { page } = reader;
  await reader.coop('statistics');
  await page.locator('.recharts-bar-rectangle').first().waitFor();
  await holdsInEveryLook(page, 'past-6-statistics');
  await page
    .getByRole('radiogroup', { name: say('statistics.view') })
    .getByText(say('statistics.view.table'))
    .click();
  await page
    .getByRole('region', { name: say('statistics.over.day') })
    .getByRole('columnheader', { name: say('statistics.missed') })
    .waitFor();
  await holdsInEveryLook(page, 'past-7-statistics-table');
  // One of those compared leads to it alone.
  const compared = page.getByRole('region', { name: say('statistics.compared') });
  await compared.getByRole('rowheader').first().getByRole('button').click();
  await page.getByRole('button', { name: say('told.filters.set.one', { count: '1' }) }).waitFor();
});

it('what libraries and people gave to the co-op, and whom to ask', async () => {
  const reader = await openReader(browser, carrel, 'eastvale-admin');
  const { page } = reader;
  await reader.coop('contribution');
  await page.locator('.recharts-surface').first().waitFor();
  await holdsInEveryLook(page, 'past-8-contribution');
  await reader.coop('admins');
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await holdsInEveryLook(page, 'past-9-admins');
  const mei = await openReader(browser, carrel, 'eastvale-mei-c');
  await mei.coop('activity');
  await mei.page.getByText(say('activity.twelveMonths')).waitFor();
  await holdsInEveryLook(mei.page, 'past-10-activity');
});

it('the patron’s rating, before and after', async () => {
  const desk = await openDesk(browser, carrel, 'eastvale-mei-c');
  const patron = await visitLibrary(browser, carrel, 'eastvale');
  const { page } = patron;
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask('Is the map room open on Sundays?', { name: 'Jonas' });
  await desk.offers('Jonas').click();
  await desk.write('From ten to four.', 'Jonas');
  await patron.conversation().getByText('From ten to four.').waitFor();
  await page.getByRole('button', { name: sayWidget('end'), exact: true }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: sayWidget('endYes') })
    .click();
  await page.getByRole('radio', { name: sayWidget('rate3'), exact: true }).check();
  await page.getByRole('textbox', { name: sayWidget('rateComment') }).fill('Very helpful');
  await holdsInEveryLook(page, 'past-11-rating');
  await page.getByRole('button', { name: sayWidget('rateSend') }).click();
  await page.getByRole('button', { name: sayWidget('rateChange') }).waitFor();
  await holdsInEveryLook(page, 'past-12-rated');
});
