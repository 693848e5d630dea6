import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../../faults/tools/carrel-process.ts';

const FOLDER = path.join(ROOT, 'test-results/screens');
const README_FOLDER = path.join(ROOT, 'docs/images');

interface Look {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly size: { readonly width: number; readonly height: number };
}

const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
export const LAPTOP_LIGHT: Look = { name: '1280-light', colorScheme: 'light', size: LAPTOP };
export const PHONE_DARK: Look = { name: '390-dark', colorScheme: 'dark', size: PHONE };
const LAPTOP_DARK: Look = { name: '1280-dark', colorScheme: 'dark', size: LAPTOP };
const PHONE_LIGHT: Look = { name: '390-light', colorScheme: 'light', size: PHONE };
export const LAPTOP_LOOKS: readonly Look[] = [LAPTOP_LIGHT, LAPTOP_DARK];
export const PHONE_LOOKS: readonly Look[] = [PHONE_LIGHT, PHONE_DARK];
const EVERY_LOOK: readonly Look[] = [...LAPTOP_LOOKS, ...PHONE_LOOKS];

/**
 * Looks at a page as it stands, in light and dark, on a laptop and on a phone: axe finds nothing, nothing
 * hangs over the edge, and a picture is left in `test-results/screens/` for people to judge.
 */
export function holdsInEveryLook(page: Page, name: string): Promise<void> {
  return holdsInLooks(page, name, EVERY_LOOK);
}

export async function holdsInLooks(
  page: Page,
  name: string,
  looks: readonly Look[],
): Promise<void> {
  const size = page.viewportSize() ?? LAPTOP;
  for (const look of looks) {
    await page.setViewportSize(look.size);
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await settle(page);
    await takePicture(page, `${name}-${look.name}.png`);
    expect(await violations(page), `${name}, ${look.name}`).toEqual([]);
    expect(await overhang(page), `${name}, ${look.name}: pixels over the edge`).toBe(0);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(size);
}

/** Leaves a picture of what is on the screen. */
async function takePicture(page: Page, file: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: path.join(FOLDER, file) });
}

/** With `UPDATE_SCREENSHOTS=1`, keeps a picture of the page for the README. */
export async function takePictureForReadme(page: Page, file: string): Promise<void> {
  if (process.env['UPDATE_SCREENSHOTS'] !== '1') return;
  await settle(page);
  mkdirSync(README_FOLDER, { recursive: true });
  await page.screenshot({ path: path.join(README_FOLDER, file) });
}

/** Everything of WCAG 2.2 A and AA and axe's good practice, inside of shadow roots as well. */
async function violations(page: Page): Promise<string[]> {
  // Half a megabyte that is read anew takes as long as the looking: a document that has it keeps it.
  const source = (await hasAxe(page)) ? { axeSource: ';' } : {};
  // Of what is right, a long page has thousands: they are not carried out of the browser.
  const axe = new AxeBuilder({ page, ...source })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary}`,
    ),
  );
}

/** In every frame. */
async function hasAxe(page: Page): Promise<boolean> {
  const have = page.frames().map((frame) => frame.evaluate(() => 'axe' in window));
  return (await Promise.all(have)).every(Boolean);
}

/** Fonts are there, and what moves has come to rest. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ending = document
      .getAnimations()
      .filter(
        (animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
      );
    // What is taken off the page while it moves never finishes.
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

/** Pixels by which a page has to be pushed sideways to be read. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
