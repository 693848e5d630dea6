import path from 'node:path';
import { expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { ask, connectionOf } from '../faults/tools/embedded-postgres.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { openDesk } from './tools/desk.ts';
import { visitLibrary } from './tools/patron.ts';
import { widgetWords } from './tools/words.ts';

const say = widgetWords('en');
const dataFolder = path.join(temporaryHome(), 'data');
const carrel = await startCarrel({ dataFolder });
const browser = await openBrowser();

it('a rating given without a connection is told to be late, and is sent by the next page that is opened', async () => {
  const desk = await openDesk(browser, carrel, 'northfield-sadie-p');
  const patron = await visitLibrary(browser, carrel, 'northfield');
  const { page } = patron;
  const press = (key: string) => page.getByRole('button', { name: say(key), exact: true }).click();
  await patron
    .launcher()
    .filter({ hasText: say('launcherOnline') })
    .click();
  await patron.ask('Is the map room open on Sundays?', { name: 'Amira' });
  await desk.offers('Amira').click();
  await desk.write('From ten to four.', 'Amira');
  await patron.conversation().getByText('From ten to four.').waitFor();
  await press('end');
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('endYes') })
    .click();
  await page.getByRole('radio', { name: say('rate4'), exact: true }).check();

  await patron.context.setOffline(true);
  await press('rateSend');
  await page.getByText(say('rateLate', { rating: say('rate4') })).waitFor();
  // They go on, and away; later they look something up.
  await press('minimise');
  await page.goto('about:blank');
  await patron.context.setOffline(false);
  await page.goto(`${carrel.origin}/demo/northfield`);
  const stored = () => ask(connectionOf(dataFolder), 'select rating from feedback', []);
  await expect.poll(stored).toEqual([{ rating: 4 }]);
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith(':rating')));
  await expect.poll(kept).toEqual([]);
});
