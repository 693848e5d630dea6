import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, it } from 'vitest';
import { DEMO_PASSWORD, NORTHFIELD } from '../../server/demo/libraries.ts';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { openDesk, signIn } from './tools/desk.ts';
import { workAnEvening } from './tools/evening.ts';
import {
  holdsInEveryLook,
  holdsInLooks,
  LAPTOP_LIGHT,
  LAPTOP_LOOKS,
  PHONE_DARK,
  PHONE_LOOKS,
  takePictureForReadme,
} from './tools/looks.ts';
import { consoleWords } from './tools/words.ts';

const say = consoleWords('en');
const home = temporaryHome();
const dataFolder = path.join(home, 'data');
const carrel = await startCarrel({ dataFolder });
const browser = await openBrowser();

it('signing in, and being refused', async () => {
  const { page } = await browser.newMachine();
  await page.goto(carrel.origin);
  await page.getByRole('button', { name: say('session.signIn'), exact: true }).waitFor();
  await holdsInEveryLook(page, 'console-1-sign-in');
  await signIn(page, 'northfield-sadie-p', `not ${DEMO_PASSWORD}`);
  await page.getByText(say('session.wrong')).waitFor();
  await holdsInEveryLook(page, 'console-2-refused');
});

it('places with nothing in them', async () => {
  const { page } = await openDesk(browser, carrel, 'northfield-admin');
  await holdsInEveryLook(page, 'console-3-desk-empty');
  await page.getByRole('link', { name: say('shell.nav.questions') }).click();
  await page.getByText(say('tickets.empty.new')).waitFor();
  await holdsInEveryLook(page, 'console-4-questions-empty');
  await page.getByRole('link', { name: say('shell.nav.widgets') }).click();
  await page
    .getByText(/^<script /)
    .first()
    .waitFor();
  await holdsInEveryLook(page, 'console-5-widgets');
  await page
    .getByRole('button', { name: say('widgets.edit') })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('widgets.save') })
    .waitFor();
  await holdsInEveryLook(page, 'console-6-widget');
});

it('pages for those who lost their way, and for those who write programs', async () => {
  const { page } = await browser.newMachine();
  await page.goto(`${carrel.origin}/no/such/page`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await holdsInEveryLook(page, 'console-7-not-found');
  await page.goto(`${carrel.origin}/api/docs`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // A very long page, of which axe looks at every word.
  await holdsInLooks(page, 'console-8-api', [LAPTOP_LIGHT, PHONE_DARK]);
});

it('a desk at work, with all that can be opened there', async () => {
  const { page, ...desk } = await workAnEvening(browser, carrel, dataFolder);
  await takePictureForReadme(page, 'desk.png');
  await holdsInEveryLook(page, 'desk-1-at-work');
  await desk
    .pane('Amira')
    .getByRole('button', { name: say('desk.note'), exact: true })
    .click();
  await desk.field('Amira').fill('She has asked before: see Tuesday');
  await holdsInEveryLook(page, 'desk-2-note');
  await desk.field('Amira').press('Enter');

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const state = button(new RegExp(`^${say('desk.state.available')}`));
  const openings = {
    'desk-3-chat-menu': button(say('desk.menu', { name: 'Amira' })),
    'desk-4-shortcuts': button(say('desk.keys')),
    'desk-5-calls': button(new RegExp(`^${say('desk.calls')}`)),
    'desk-6-states': state,
    'desk-7-account': button(/^Account of/),
  };
  for (const [name, opener] of Object.entries(openings)) {
    await opener.click();
    await page.locator('[role=menu], [role=dialog]').locator('visible=true').waitFor();
    await holdsInLooks(page, name, LAPTOP_LOOKS);
    await page.keyboard.press('Escape');
  }

  await page.setViewportSize(PHONE_DARK.size);
  await button(say('desk.back')).click();
  await desk.section(say('desk.waiting')).waitFor();
  await holdsInLooks(page, 'desk-8-list', PHONE_LOOKS);
  await state.click();
  await page.getByRole('menuitemradio').first().waitFor();
  await holdsInLooks(page, 'desk-9-list-states', PHONE_LOOKS);
});

it('questions that were left', async () => {
  const leave = async (question: string, name: string, email: string) => {
    const sent = await fetch(`${carrel.origin}/api/v1/widgets/${NORTHFIELD.widgetId}/questions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        clientId: randomUUID(),
        question,
        ...(name && { name }),
        ...(email && { email }),
        page: { url: 'https://library.northfield.example/loans', title: 'Borrowing and renewing' },
      }),
    });
    expect(sent.status).toBe(201);
  };
  await leave('Do you lend laptops over the weekend?', 'Chidi', 'chidi@example.org');
  await leave(
    'I returned three books through the slot on Friday evening and one of them still stands on my account, with a fee. Could somebody look on the shelf? It is “The Sea Around Us”.',
    'Rosa Delgado',
    'rosa.delgado@example.org',
  );
  await leave('are you open on thanksgiving', '', '');
  const { page } = await openDesk(browser, carrel, 'northfield-marcus-l');
  await page.getByRole('link', { name: say('shell.nav.questions') }).click();
  await page.getByText('Do you lend laptops over the weekend?').waitFor();
  await holdsInEveryLook(page, 'console-9-questions');
});
