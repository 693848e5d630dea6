import type { Locator, Page } from 'playwright-core';
import type { CarrelProcess } from '../../faults/tools/carrel-process.ts';
import type { JourneyBrowser, Machine } from './browser.ts';
import { openDesk } from './desk.ts';
import { consoleWords } from './words.ts';

const say = consoleWords('en');

/** A library's policy page as somebody of the staff sees it. */
export interface Policy extends Machine {
  tab(name: 'read' | 'edit' | 'secrets' | 'problems' | 'history'): Promise<void>;
  /** The fields of a section or snippet in the editor, by its heading. */
  passage(heading: string): Locator;
  save(): Promise<void>;
}

/** Signs in and goes to the page of a library by the menu. */
export async function openPolicy(
  browser: JourneyBrowser,
  carrel: CarrelProcess,
  username: string,
  library: string,
): Promise<Policy> {
  const machine = await openDesk(browser, carrel, username);
  await machine.page.getByRole('link', { name: say('shell.nav.policies') }).click();
  await machine.page.getByRole('link', { name: library, exact: true }).click();
  await machine.page.getByRole('heading', { name: library, level: 1 }).waitFor();
  return policyOn(machine);
}

function policyOn({ context, page }: Machine): Policy {
  return {
    context,
    page,
    async tab(name) {
      await page.getByRole('tab', { name: new RegExp(`^${say(`policies.tab.${name}`)}`) }).click();
    },
    passage: (heading) => page.getByRole('group', { name: heading, exact: true }),
    async save() {
      await page.getByRole('button', { name: say('policies.edit.save') }).click();
      await page.getByText(say('policies.edit.saved')).last().waitFor();
    },
  };
}

/** The column, or on a phone the drawer, about the chat at hand. */
export function aboutChat(page: Page): Locator {
  return page
    .getByRole('complementary', { name: say('desk.about') })
    .or(page.getByRole('dialog', { name: say('desk.about') }));
}
