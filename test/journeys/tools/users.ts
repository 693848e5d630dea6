import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CarrelProcess } from '../../faults/tools/carrel-process.ts';
import type { JourneyBrowser, Machine } from './browser.ts';
import { openDesk } from './desk.ts';
import { consoleWords } from './words.ts';

const say = consoleWords('en');

/** The users page as a coordinator sees it. */
export interface Users extends Machine {
  row(username: string): Locator;
  /** Types in the search, and waits until the list shows the user. */
  find(username: string): Promise<void>;
  /** By the gear. */
  edit(username: string): Promise<Locator>;
  /** By the key. */
  password(username: string): Promise<Locator>;
  /** Saves what was changed in a drawer, and waits until it says so. */
  save(drawer: Locator, username: string): Promise<void>;
  /** By the notice about what was done last. */
  undo(): Promise<void>;
}

/** Signs in and goes to the users by the menu. */
export async function openUsers(
  browser: JourneyBrowser,
  carrel: CarrelProcess,
  username: string,
): Promise<Users> {
  const { context, page } = await openDesk(browser, carrel, username);
  await page.getByRole('link', { name: say('shell.nav.users') }).click();
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`\\b${name}\\b`) });
  const dialogBy = async (opener: Locator) => {
    await opener.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().waitFor();
    return dialog;
  };
  await row(username).waitFor();
  return {
    context,
    page,
    row,
    async find(name) {
      await page.getByRole('searchbox', { name: say('accounts.search') }).fill(name);
      await row(name).waitFor();
      await expect.poll(() => page.getByRole('row').count()).toBe(2);
    },
    edit: (name) => dialogBy(button(page, say('accounts.edit.of', { username: name }))),
    password: (name) => dialogBy(button(page, say('accounts.password.of', { username: name }))),
    async save(drawer, name) {
      await button(drawer, say('accounts.save')).click();
      await drawer.waitFor({ state: 'detached' });
      await page
        .getByText(say('accounts.saved', { username: name }))
        .last()
        .waitFor();
    },
    async undo() {
      await button(page, say('shell.undo')).click();
      await page.getByText(say('shell.undone'), { exact: true }).waitFor();
    },
  };
}

export function button(within: Page | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

/** A text field by what stands above it; a list that one types in is one too. */
export function field(within: Page | Locator, label: string): Locator {
  return within
    .getByRole('textbox', { name: label, exact: true })
    .or(within.getByRole('combobox', { name: label, exact: true }));
}

/** What stands chosen in a field for several. */
export function chosenIn(within: Page | Locator, name: string): Locator {
  return within.getByText(name, { exact: true }).filter({ visible: true });
}

/** Takes the last that is chosen in a field for several out of it. */
export async function takeLastFrom(several: Locator): Promise<void> {
  await several.focus();
  await several.press('Backspace');
}

/** Chooses in a field for several, as one types. */
export async function choose(page: Page, list: Locator, name: string): Promise<void> {
  await list.pressSequentially(name);
  await offersOnly(page, name);
  await list.press('ArrowDown');
  await list.press('Enter');
}

/** Waits until what was typed leaves one choice. */
export async function offersOnly(page: Page, name: string): Promise<void> {
  const options = page.getByRole('option').filter({ visible: true });
  await expect.poll(() => options.allTextContents()).toEqual([expect.stringContaining(name)]);
}

/** A password field, which has no role. Required ones end in a star. */
export function secret(within: Page | Locator, label: string): Locator {
  return within.getByLabel(new RegExp(`^${label}( \\*)?$`));
}
