import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../server/demo/libraries.ts';
import type { CarrelProcess } from '../../faults/tools/carrel-process.ts';
import type { JourneyBrowser, Machine } from './browser.ts';
import { consoleWords } from './words.ts';

const say = consoleWords('en');

/** The desk as its operator sees it. */
export interface Desk extends Machine {
  /** A part of the left column: Waiting, Mine, My queues, Colleagues. */
  section(title: string): Locator;
  /** The claim buttons of who waits; with a name, of one. */
  offers(patron?: string): Locator;
  /** The open chat with a patron, else the only one. */
  pane(patron?: string): Locator;
  conversation(patron?: string): Locator;
  field(patron?: string): Locator;
  write(text: string, patron?: string): Promise<void>;
}

export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel(say('session.username'), { exact: true }).fill(username);
  await page.getByLabel(say('session.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('session.signIn'), exact: true }).click();
}

/** Signs an operator of the demonstration in and waits until the desk is there. */
export async function openDesk(
  browser: JourneyBrowser,
  carrel: CarrelProcess,
  username: string,
): Promise<Desk> {
  const machine = await browser.newMachine();
  await machine.page.goto(carrel.origin);
  await signIn(machine.page, username, DEMO_PASSWORD);
  const desk = deskOn(machine);
  await desk.section(say('desk.waiting')).waitFor();
  return desk;
}

export function deskOn({ context, page }: Machine): Desk {
  const pane = (patron = '') =>
    page.getByRole('region', { name: new RegExp(`^${patron || '[^,]+'}, `) });
  const field = (patron?: string) => pane(patron).getByRole('textbox');
  return {
    context,
    page,
    section: (title) => page.getByRole('region', { name: title, exact: true }),
    offers: (patron = '') =>
      page.getByRole('button', {
        name: new RegExp(say('desk.claim.of', { name: patron || '.+', library: '.+' })),
      }),
    pane,
    conversation: (patron) => pane(patron).getByRole('log'),
    field,
    async write(text, patron) {
      await field(patron).fill(text);
      await field(patron).press('Enter');
    },
  };
}
