import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { findChromium } from '../../../bin/chromium.ts';
import { type CarrelProcess, ROOT } from '../../faults/tools/carrel-process.ts';
import { openProxy, type TcpProxy } from '../../faults/tools/tcp-proxy.ts';

const SWITCHES = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Milliseconds for anything that a person would wait for, on a busy machine. */
const PATIENCE = 20_000;

/** A context is a person at a machine of their own: nothing that one keeps is seen by another. */
export interface Machine {
  readonly context: BrowserContext;
  readonly page: Page;
}

export interface JourneyBrowser {
  newMachine(options?: BrowserContextOptions): Promise<Machine>;
}

export interface Line extends JourneyBrowser {
  readonly cable: TcpProxy;
}

/** A browser for the calling test file, closed after its last test. For the top of a file. */
export function openBrowser(): Promise<JourneyBrowser> {
  return launch([]);
}

/**
 * A browser that reaches Carrel through a cable of its own, which can be cut. It believes to be at
 * Carrel's own address: the name is led to the cable below, where pages and their origins know nothing of it.
 */
export async function openBrowserOnCable(carrel: CarrelProcess): Promise<Line> {
  const cable = await openProxy(carrel.port);
  afterAll(() => cable.close());
  const rule = `MAP localhost:${carrel.port} 127.0.0.1:${cable.port}`;
  return { ...(await launch([`--host-resolver-rules=${rule}`])), cable };
}

async function launch(switches: readonly string[]): Promise<JourneyBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found: `npm test` installs one.');
  const browser = await chromium.launch({ executablePath, args: [...SWITCHES, ...switches] });
  afterAll(() => browser.close());

  const faults: string[] = [];
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await takePictures(browser, task.name);
    for (const context of browser.contexts()) await context.close();
    expect(faults.splice(0)).toEqual([]);
  });

  return {
    async newMachine(options = {}) {
      const context = await browser.newContext({
        locale: 'en-US',
        timezoneId: 'America/New_York',
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      context.setDefaultTimeout(PATIENCE);
      context.on('page', (page) => watch(page, faults));
      return { context, page: await context.newPage() };
    },
  };
}

/** What everybody had before them when a test failed, for whoever looks for the reason. */
async function takePictures(browser: Browser, test: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const folder = path.join(ROOT, 'test-results/failures');
  const name = test.replace(/\W+/g, '-').slice(0, 80);
  for (const [n, page] of pages.entries())
    await page.screenshot({ path: path.join(folder, `${name}-${n}.png`) });
}

/** What no person sees and yet is broken. A request that fails is none: networks are cut here. */
function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('console', (line) => {
    if (/Content.Security.Policy/i.test(line.text())) faults.push(`${page.url()}: ${line.text()}`);
  });
}
