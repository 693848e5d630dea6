import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CarrelProcess } from '../../faults/tools/carrel-process.ts';
import type { JourneyBrowser, Machine } from './browser.ts';
import { hasFocus } from './keys.ts';
import { type Language, widgetWords } from './words.ts';

/** One tab of a patron, with the chat on a library's page or as a page of its own. */
export interface PatronTab {
  readonly page: Page;
  /** The button on the library's page, whatever it says at the moment. */
  launcher(): Locator;
  /** The open panel. */
  panel(): Locator;
  conversation(): Locator;
  /** Words that the panel shows, apart from those that it only reads out. */
  shown(text: string): Locator;
  field(): Locator;
  write(text: string): Promise<void>;
  /** Types a question where one is asked for, and starts the chat. */
  ask(question: string, details?: { name?: string; email?: string }): Promise<void>;
}

/** A patron who opens a page of the demonstration, such as `northfield` or `eastvale?lang=fr`. */
export async function visitLibrary(
  browser: JourneyBrowser,
  carrel: CarrelProcess,
  address: string,
): Promise<PatronTab & Machine> {
  const machine = await browser.newMachine();
  await machine.page.goto(`${carrel.origin}/demo/${address}`);
  return { ...machine, ...patronTab(machine.page, 'en') };
}

export function patronTab(page: Page, language: Language): PatronTab {
  const say = widgetWords(language);
  const field = () => page.getByRole('textbox', { name: say('message'), exact: true });
  return {
    page,
    launcher: () => page.locator('carrel-chat').getByRole('complementary').getByRole('button'),
    panel: () => page.getByRole('dialog'),
    conversation: () => page.getByRole('log', { name: say('conversation') }),
    shown: (text) => page.getByRole('dialog').locator('p:not([aria-live] p)', { hasText: text }),
    field,
    async write(text) {
      await field().fill(text);
      await field().press('Enter');
    },
    async ask(question, { name, email } = {}) {
      await page.getByRole('textbox', { name: say('question') }).fill(question);
      if (name !== undefined || email !== undefined) {
        await page.getByRole('button', { name: say('addDetails') }).click();
        const address = page.getByRole('textbox', { name: say('email') });
        // Else the focus comes while the name is being typed, which then stands in the address.
        await expect.poll(() => hasFocus(address)).toBe(true);
        await address.fill(email ?? '');
        await page.getByRole('textbox', { name: say('name') }).fill(name ?? '');
      }
      await page.getByRole('button', { name: say('ask') }).click();
    },
  };
}
