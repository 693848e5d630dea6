import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../server/demo/libraries.ts';
import type { CarrelProcess } from '../../faults/tools/carrel-process.ts';
import type { JourneyBrowser, Machine } from './browser.ts';
import { signIn } from './desk.ts';
import { consoleWords } from './words.ts';

const say = consoleWords('en');

/** What is read, counted and thought of chats afterwards, as one of the demonstration's people sees it. */
export interface Reader extends Machine {
  /** Goes to a page of their own site, such as `transcripts`. */
  home(place: string): Promise<void>;
  /** Goes to a page of the co-op's dashboard. */
  coop(place: string): Promise<void>;
  /** Searches as one types, and waits until the list is that of the words. */
  search(words: string): Promise<void>;
  /** The chats of the list. */
  found(): Locator;
  /** The chat that is read. */
  pane(): Locator;
}

export async function openReader(
  browser: JourneyBrowser,
  carrel: CarrelProcess,
  username: string,
): Promise<Reader> {
  const machine = await browser.newMachine();
  const { page } = machine;
  await page.goto(carrel.origin);
  await signIn(page, username, DEMO_PASSWORD);
  await page.getByRole('navigation', { name: say('shell.nav.label') }).waitFor();
  const goTo = async (path: string) => {
    await page.goto(`${carrel.origin}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const list = () => page.getByRole('region', { name: say('transcripts.list') });

  return {
    ...machine,
    home: (place) => goTo(`/${place}`),
    coop: async (place) => goTo(`/coops/${await coopOf(page)}/${place}`),
    async search(words) {
      const asked = page.waitForResponse((response) => {
        const { pathname, searchParams } = new URL(response.url());
        return pathname === '/api/v1/transcripts' && searchParams.get('q') === words;
      });
      await page.getByRole('searchbox', { name: say('told.search') }).fill(words);
      await asked;
      await list().locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    },
    found: () => list().getByRole('listitem'),
    pane: () => page.getByRole('article'),
  };
}

/** The demonstration's only co-op. */
async function coopOf(page: Page): Promise<string> {
  const id = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/coops');
    const { items } = (await answer.json()) as { items: { id: string }[] };
    return items[0]?.id;
  });
  if (id === undefined) throw new Error('They are in no co-op.');
  return id;
}
