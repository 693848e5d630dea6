import path from 'node:path';
import { expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { ask, connectionOf } from '../faults/tools/embedded-postgres.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { openDesk } from './tools/desk.ts';
import { enter, hasFocus } from './tools/keys.ts';
import { holdsInEveryLook, holdsInLooks, LAPTOP_LIGHT, PHONE_DARK } from './tools/looks.ts';
import { button } from './tools/users.ts';
import { consoleWords } from './tools/words.ts';

const say = consoleWords('en');
const STEPS = ['state', 'waiting', 'chats', 'queues', 'keys', 'practice'];
const home = temporaryHome();
const dataFolder = path.join(home, 'data');
const carrel = await startCarrel({ dataFolder });
const browser = await openBrowser();

/** As a new account: the people of the demonstration know the desk. */
async function openFirstDesk(username: string) {
  await ask(connectionOf(dataFolder), 'update accounts set toured_at = null where username = $1', [
    username,
  ]);
  return openDesk(browser, carrel, username);
}

it('the first sign-in leads round the desk by the keyboard, on to a patron who answers by script, and never again by itself', async () => {
  const desk = await openFirstDesk('northfield-priya-n');
  const colleague = await openDesk(browser, carrel, 'northfield-sadie-p');
  const { page } = desk;
  const tour = page.getByRole('dialog');
  for (const step of STEPS) {
    await tour.getByRole('heading', { name: say(`practice.tour.${step}`), exact: true }).waitFor();
    if (step !== 'practice') await page.keyboard.press('Enter');
  }
  await holdsInEveryLook(page, 'first-day-1-tour-end');
  await button(tour, say('practice.tour.back')).click();
  await holdsInEveryLook(page, 'first-day-2-tour-keys');
  await page.keyboard.press('ArrowRight');
  await enter(page, tour.getByRole('button', { name: say('practice.script.catalogue') }));
  await tour.waitFor({ state: 'detached' });

  await desk.offers('Robin').waitFor();
  await holdsInLooks(page, 'first-day-3-waiting', [LAPTOP_LIGHT, PHONE_DARK]);
  await enter(page, desk.offers('Robin'));
  await desk.conversation('Robin').getByText('First questions are seldom').waitFor();
  await desk.write('Hello Robin! Which edition do you need?', 'Robin');
  await desk.conversation('Robin').getByText('Robin is typing…').waitFor();
  await desk.conversation('Robin').getByText('The 12th edition').waitFor();
  await desk.write('It is here: https://catalogue.example/campbell', 'Robin');
  await desk.conversation('Robin').getByText('That is the one!').waitFor();
  await holdsInEveryLook(page, 'first-day-4-practice');
  // Nobody else ever had it on their desk.
  expect(await colleague.offers().count()).toBe(0);
  expect(await colleague.page.getByText('Robin').count()).toBe(0);

  await page.reload();
  await desk.conversation('Robin').getByText('That is the one!').waitFor();
  expect(await tour.count()).toBe(0);
});

it('the tour is skipped by Escape on a phone, and begins again from the account menu, as does a practice', async () => {
  const { page } = await openFirstDesk('northfield-marcus-l');
  await page.setViewportSize(PHONE_DARK.size);
  const tour = page.getByRole('dialog', { name: say('practice.tour.state') });
  await tour.waitFor();
  await expect.poll(() => hasFocus(button(tour, say('practice.tour.next')))).toBe(true);
  await holdsInLooks(page, 'first-day-5-tour', [PHONE_DARK, LAPTOP_LIGHT]);
  await page.keyboard.press('Escape');
  await tour.waitFor({ state: 'detached' });

  const menu = page.getByRole('button', {
    name: say('shell.account.open', { name: 'Marcus Lindqvist' }),
  });
  await page.getByRole('link', { name: say('shell.nav.questions') }).click();
  await page.getByRole('heading', { level: 1, name: say('tickets.title') }).waitFor();
  await menu.click();
  await page.getByRole('link', { name: say('practice.tour'), exact: true }).click();
  await tour.waitFor();
  await button(tour, say('practice.tour.skip')).click();
  await tour.waitFor({ state: 'detached' });

  await menu.click();
  await page.getByRole('link', { name: say('practice.title'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: say('practice.title') });
  await holdsInLooks(page, 'first-day-6-choice', [PHONE_DARK, LAPTOP_LIGHT]);
  await dialog.getByRole('button', { name: say('practice.script.upset') }).click();
  await page.getByRole('button', { name: /Alex/ }).waitFor();
});
