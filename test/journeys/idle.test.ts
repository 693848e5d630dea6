import path from 'node:path';
import { it } from 'vitest';
import { DEMO_PASSWORD } from '../../server/demo/libraries.ts';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { signIn } from './tools/desk.ts';
import { consoleWords } from './tools/words.ts';

const say = consoleWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const browser = await openBrowser();

it('an operator who chose so is away after five minutes without a touch, and back with one click', async () => {
  const { page } = await browser.newMachine();
  await page.clock.install();
  await page.goto(carrel.origin);
  await signIn(page, 'northfield-sadie-p', DEMO_PASSWORD);
  const stateOf = (state: string) =>
    page.getByRole('button', { name: new RegExp(`^${say(`desk.state.${state}`)}`) });

  await stateOf('available').click();
  await page.getByRole('menuitem').click();
  await page.getByLabel(say('presence.awayAfter')).selectOption('5');
  await page.getByRole('button', { name: say('desk.limit.save') }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  await page.clock.fastForward('04:00');
  await stateOf('available').waitFor();
  await page.keyboard.press('Shift');
  await page.clock.fastForward('04:00');
  await stateOf('available').waitFor();
  await page.clock.fastForward('01:30');
  await stateOf('away').waitFor();

  await page.getByRole('button', { name: say('presence.back') }).click();
  await stateOf('available').waitFor();
});
