import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Stops on the way that a page may have at most; more is a page in which one is lost. */
const MOST_STOPS = 60;

/** Goes by Tab alone to what `target` names, and fails if the keyboard never comes there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not come to ${target}`);
}

/** Whether the keyboard is there, in a shadow root too. */
export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(
    (element) => (element.getRootNode() as Document).activeElement === element,
  );
}

/** Goes by an arrow to an item of the menu that is opening: a key that comes before the focus is lost. */
export async function arrowTo(
  page: Page,
  arrow: 'ArrowDown' | 'ArrowUp',
  item: Locator,
): Promise<void> {
  const hasMenuFocus = () =>
    item.evaluate((it) => it.closest('[role="menu"]')?.contains(document.activeElement));
  await expect.poll(hasMenuFocus).toBe(true);
  await expect.poll(async () => (await hasFocus(item)) || page.keyboard.press(arrow)).toBe(true);
}

/** Goes there by Tab and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes there by Tab and types over what stands there. */
export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}
