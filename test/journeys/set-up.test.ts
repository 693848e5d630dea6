import path from 'node:path';
import { expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowser } from './tools/browser.ts';
import { deskOn } from './tools/desk.ts';
import { enter, type } from './tools/keys.ts';
import { openLibrarySite } from './tools/library-site.ts';
import { holdsInEveryLook } from './tools/looks.ts';
import { patronTab } from './tools/patron.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

const say = consoleWords('en');
const sayWidget = widgetWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data'), args: [] });
const browser = await openBrowser();

it('an empty Carrel is set up by its printed link and the keyboard alone, and its chat works on a strict page of another site', async () => {
  const link = /Set it up, once, at (\S+)/.exec(carrel.stdout())?.[1] ?? 'no link was printed';
  const owner = await browser.newMachine();
  const { page } = owner;
  await page.goto(link);
  const box = (label: string) =>
    page.getByRole('textbox', { name: new RegExp(`^${escaped(say(label))}`) });
  const secret = (label: string) => page.getByLabel(new RegExp(`^${escaped(say(label))}`)).first();
  const next = () => enter(page, page.getByRole('button', { name: say('setup.next') }));

  await box('setup.consortiumName').waitFor();
  await holdsInEveryLook(page, 'set-up-1-consortium');
  await type(page, box('setup.consortiumName'), 'Marsh Libraries');
  await next();
  await type(page, box('setup.libraryName'), 'Marsh College');
  await expect.poll(() => box('setup.code').inputValue()).toBe('marsh');
  await next();
  await type(page, box('setup.displayName'), 'Ida Holm');
  await expect.poll(() => box('session.username').inputValue()).toBe('marsh-ida-h');
  await type(page, secret('session.password'), 'a heron in the reeds');
  await type(page, secret('setup.repeat'), 'a heron in the reads');
  await next();
  await page.getByText(say('setup.fault.repeat')).waitFor();
  await holdsInEveryLook(page, 'set-up-2-owner');
  await type(page, secret('setup.repeat'), 'a heron in the reeds');
  await next();
  await type(page, box('setup.queueName'), 'Reference');
  await type(page, box('setup.widgetName'), 'Home page');
  await next();
  await page.getByRole('button', { name: say('setup.create') }).waitFor();
  await holdsInEveryLook(page, 'set-up-3-summary');
  await enter(page, page.getByRole('button', { name: say('setup.create') }));

  await page.getByRole('heading', { name: say('setup.ready.title') }).waitFor();
  await holdsInEveryLook(page, 'set-up-4-ready');
  const snippet = await page.getByText(/^<script /).textContent();
  await enter(page, page.getByRole('link', { name: say('setup.openDesk') }));
  const desk = deskOn(owner);
  await desk.section(say('desk.waiting')).waitFor();

  const site = await openLibrarySite(snippet ?? '', carrel.origin);
  const patron = patronTab((await browser.newMachine()).page, 'en');
  await patron.page.goto(site.origin);
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask('Is the reading room warm?');
  await desk.offers().click();
  await desk.write('It is, from nine');
  await patron.conversation().getByText('It is, from nine').waitFor();
  await patron.write('Thank you');
  await desk.conversation().getByText('Thank you').waitFor();
  expect(
    await patron.field().evaluate((field) => getComputedStyle(field).fontFamily),
  ).not.toContain('fantasy');

  // The link has done its work.
  const late = await browser.newMachine();
  await late.page.goto(link);
  await late.page.getByRole('heading', { name: say('setup.used.title') }).waitFor();
  await holdsInEveryLook(late.page, 'set-up-5-used');
});

it('a site that the widget does not allow cannot open a chat, and its patron is led to the full page', async () => {
  const owner = await browser.newMachine();
  await owner.page.goto(carrel.origin);
  await owner.page.getByLabel(say('session.username'), { exact: true }).fill('marsh-ida-h');
  await owner.page
    .getByLabel(say('session.password'), { exact: true })
    .fill('a heron in the reeds');
  await owner.page.getByRole('button', { name: say('session.signIn'), exact: true }).click();
  await deskOn(owner).section(say('desk.waiting')).waitFor();
  await owner.page.getByRole('link', { name: say('shell.nav.widgets') }).click();
  const snippet = await owner.page.getByText(/^<script /).textContent();
  await owner.page
    .getByRole('button', { name: say('widgets.edit') })
    .first()
    .click();
  const form = owner.page.getByRole('dialog');
  await form.getByLabel(say('widgets.origins')).first().fill('https://www.marsh.example/library');
  await owner.page.keyboard.press('Enter');
  await form.getByRole('button', { name: say('widgets.save') }).click();
  await form.waitFor({ state: 'hidden' });
  await owner.page.getByText('https://www.marsh.example', { exact: true }).waitFor();

  const site = await openLibrarySite(snippet ?? '', carrel.origin);
  const patron = patronTab((await browser.newMachine()).page, 'en');
  await patron.page.goto(site.origin);
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await patron.ask('May I?');

  const refusal = patron
    .panel()
    .getByRole('alert')
    .filter({ hasText: sayWidget('errorForeignOrigin') });
  await refusal.waitFor();
  const question = patron.page.getByRole('textbox', { name: sayWidget('question') });
  expect(await question.inputValue()).toBe('May I?');
  const address = await refusal.getByRole('link').getAttribute('href');
  await patron.page.goto(address ?? '');
  await patron.ask('May I here?');
  await deskOn(owner)
    .page.getByRole('link', { name: say('shell.nav.desk') })
    .click();
  await deskOn(owner).offers().click();
  await patron.page
    .getByText(sayWidget('claimed', { name: 'Ida Holm' }))
    .first()
    .waitFor();
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
