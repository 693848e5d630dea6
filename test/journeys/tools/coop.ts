import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_PASSWORD, HARBOUR, NORTHFIELD } from '../../../server/demo/libraries.ts';
import type { CarrelProcess } from '../../faults/tools/carrel-process.ts';
import type { JourneyBrowser, Machine } from './browser.ts';
import { openDesk } from './desk.ts';
import { button } from './users.ts';
import { consoleWords } from './words.ts';

const say = consoleWords('en');

export const LIBRARY_IDS = {
  northfield: NORTHFIELD.institutionId,
  harbour: HARBOUR.institutionId,
} as const;

/** A co-op's dashboard as somebody with a level in it sees it. */
export interface Coop extends Machine {
  /** Its own bar. */
  readonly bar: Locator;
  /** Admin > Accounts. */
  manageAccounts(): Promise<void>;
  tab(name: 'accounts' | 'new'): Promise<void>;
  /** A row of whichever of the two lists is shown. */
  row(username: string): Locator;
  editIcon(username: string): Locator;
  /** By its icon. */
  edit(username: string): Promise<Locator>;
  tick(username: string): Promise<void>;
  /** What the Level select at the bottom offers. */
  levelsOffered(): Promise<string[]>;
  /** Adds who is ticked, and waits until it says so. */
  add(level: string): Promise<void>;
  save(dialog: Locator): Promise<void>;
  /** By the notice about what was done last. */
  undo(): Promise<void>;
}

/** Signs in and goes to the co-op's dashboard: Chat > Login. */
export async function openCoop(
  browser: JourneyBrowser,
  carrel: CarrelProcess,
  username: string,
): Promise<Coop> {
  const { context, page } = await openDesk(browser, carrel, username);
  await logIn(page);
  return coopOn({ context, page });
}

/** Chat > Login, of the demonstration's one co-op. */
export async function logIn(page: Page): Promise<void> {
  await button(page, say('coops.chat')).click();
  await page.getByRole('menuitem', { name: say('coops.login') }).click();
  await page.getByRole('navigation', { name: 'Night Owls' }).waitFor();
}

function coopOn({ context, page }: Machine): Coop {
  const bar = page.getByRole('navigation', { name: 'Night Owls' });
  const row = (username: string) =>
    page.getByRole('row', { name: new RegExp(`\\b${username}\\b`) });
  const level = page.getByRole('combobox', { name: say('coops.level'), exact: true });
  const editIcon = (username: string) => button(page, say('coops.accounts.edit.of', { username }));
  return {
    context,
    page,
    bar,
    row,
    editIcon,
    async manageAccounts() {
      await button(bar, say('coops.nav.admin')).click();
      await page.getByRole('menuitem', { name: say('coops.nav.accounts') }).click();
      await page.getByRole('heading', { name: say('coops.accounts.title') }).waitFor();
    },
    async tab(name) {
      const title = say(name === 'new' ? 'coops.accounts.tabNew' : 'coops.accounts.tab');
      await page.getByRole('tab', { name: title, exact: true }).click();
    },
    async edit(username) {
      await editIcon(username).click();
      const dialog = page.getByRole('dialog', { name: say('coops.edit.title') });
      await dialog.waitFor();
      return dialog;
    },
    tick: (username) =>
      page.getByRole('checkbox', { name: say('coops.add.select', { username }) }).check(),
    levelsOffered: () => level.getByRole('option').allTextContents(),
    async add(chosen) {
      await level.selectOption({ label: chosen });
      await button(page, say('coops.add.do')).click();
      await page
        .getByText(new RegExp(`added as ${chosen}\\.$`))
        .last()
        .waitFor();
    },
    async save(dialog) {
      await button(dialog, say('coops.edit.save')).click();
      await dialog.waitFor({ state: 'detached' });
    },
    async undo() {
      await button(page, say('shell.undo')).last().click();
      await page.getByText(say('shell.undone'), { exact: true }).last().waitFor();
    },
  };
}

/** Accounts that are in no co-op yet; by a coordinator whose page is given. */
export async function createAccounts(
  { page }: Machine,
  carrel: CarrelProcess,
  library: keyof typeof LIBRARY_IDS,
  usernames: readonly string[],
): Promise<void> {
  for (const username of usernames) {
    const answer = await page.request.post(`${carrel.origin}/api/v1/accounts`, {
      headers: { origin: carrel.origin },
      data: { username, password: `${DEMO_PASSWORD}-2026`, institutionId: LIBRARY_IDS[library] },
    });
    expect(answer.status(), await answer.text()).toBe(201);
  }
}
