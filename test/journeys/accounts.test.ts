import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { COOP_NAME, DEMO_PASSWORD } from '../../server/demo/libraries.ts';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openMailbox } from '../mailbox.ts';
import { openBrowser } from './tools/browser.ts';
import { deskOn, openDesk, signIn } from './tools/desk.ts';
import {
  button,
  choose,
  chosenIn,
  field,
  offersOnly,
  openUsers,
  secret,
  takeLastFrom,
} from './tools/users.ts';
import { consoleWords } from './tools/words.ts';

const say = consoleWords('en');
const COORDINATOR = 'northfield-admin';
const PHRASE = 'a lantern in the stacks';
const mailbox = await openMailbox();
const home = temporaryHome();
const carrel = await startCarrel({
  dataFolder: path.join(home, 'data'),
  env: { SMTP_URL: mailbox.url },
});
const browser = await openBrowser();

it('an account is created with another’s settings in five screens and fifteen acts of the keyboard, and its owner is at work with them', async () => {
  const { page } = await openUsers(browser, carrel, COORDINATOR);
  const screens: string[] = [];
  const typed = Promise.withResolvers<void>();
  let acts = 0;
  const screen = async (step: string) => {
    await page.getByRole('group', { name: say(`accounts.step.${step}`), exact: true }).waitFor();
    await page.locator('form :focus').waitFor();
    screens.push((await page.locator('legend').textContent()) ?? '');
  };
  const write = async (text: string) => {
    acts += 1;
    await page.keyboard.type(text);
  };
  const press = async (keys: string) => {
    acts += 1;
    await page.keyboard.press(keys);
  };
  // The pattern may come later than the typing.
  await page.route('**/institutions', async (route) => {
    await typed.promise;
    await route.continue();
  });
  await page.getByRole('link', { name: say('accounts.create') }).click();

  await screen('username');
  await write('Omar');
  await press('Tab');
  await write('Diallo');
  typed.resolve();
  await page.getByText(say('accounts.username.free')).waitFor();
  await press('Enter');
  await screen('password');
  await write(PHRASE);
  await press('Tab');
  await write(PHRASE);
  await press('Enter');
  await screen('email');
  await write('omar@northfield.example');
  await press('Enter');
  await screen('copy');
  await page.getByRole('checkbox', { name: say('accounts.copy') }).waitFor();
  await press('Space');
  const copyFrom = field(page, say('accounts.copyFrom'));
  await copyFrom.waitFor();
  await page.locator('input[role=combobox]:focus').waitFor();
  await write('sadie');
  await offersOnly(page, 'Sadie Parrish');
  await press('Enter');
  await expect.poll(() => copyFrom.inputValue()).toContain('Sadie Parrish');
  await press('Control+Enter');
  await screen('summary');
  await page.getByText('Northfield Proactive, Northfield Reference').waitFor();
  await press('Enter');
  await page
    .getByRole('heading', {
      name: say('accounts.created.title', { username: 'northfield-omar-d' }),
    })
    .waitFor();
  expect(screens).toEqual(['Username', 'Password', 'E-mail', 'Copy settings', 'Summary']);
  expect(acts).toBe(15);

  const omar = await browser.newMachine();
  await omar.page.goto(carrel.origin);
  await signIn(omar.page, 'northfield-omar-d', PHRASE);
  await deskOn(omar).section(say('desk.waiting')).waitFor();
  await queueAt(omar.page, 'Northfield Reference').waitFor();
  await queueAt(omar.page, 'Northfield Proactive').waitFor();
});

it('the wizard shows all its screens, keeps over a reload all but the password, tells a fault at its field, and its summary changes any choice', async () => {
  const { page } = await openUsers(browser, carrel, COORDINATOR);
  const next = () => button(page, say('accounts.next')).click();
  const screen = (step: string) =>
    page.getByRole('group', { name: say(`accounts.step.${step}`), exact: true }).waitFor();
  await page.getByRole('link', { name: say('accounts.create') }).click();
  await field(page, say('accounts.username')).fill('northfield-sadie-p');
  await page.getByText(say('accounts.username.taken')).waitFor();
  await button(page, say('accounts.username.take', { username: 'northfield-sadie-p2' })).click();
  await next();
  await screen('password');
  const password = secret(page, say('accounts.password'));
  const repeat = secret(page, say('accounts.password.repeat'));
  await password.fill(PHRASE);
  await repeat.fill(`${PHRASE}!`);
  await next();
  await page.getByText(say('accounts.fault.repeat')).waitFor();
  await page.reload();
  await screen('password');
  expect(await password.inputValue()).toBe('');
  await password.fill(PHRASE);
  await repeat.fill(PHRASE);
  for (const step of ['email', 'copy', 'queues', 'contacts', 'pools', 'rooms', 'admin']) {
    await next();
    await screen(step);
  }
  await page.getByRole('switch', { name: say('accounts.admin'), checked: false }).waitFor();
  await next();
  await screen('summary');
  await page.getByText('northfield-sadie-p2', { exact: true }).waitFor();

  await button(page, `${say('accounts.summary.change')} ${say('accounts.step.queues')}`).click();
  await screen('queues');
  await choose(page, field(page, say('accounts.queues')), 'Northfield Ref');
  await page.keyboard.press('Control+Enter');
  await screen('summary');
  await page.getByText('Northfield Reference', { exact: true }).waitFor();
  await button(page, say('accounts.createNow')).click();
  await button(page, say('accounts.created.another')).click();
  await screen('username');
  expect(await field(page, say('accounts.username')).inputValue()).toBe('');
});

it('an email is edited by the gear, and the change is undone by its notice', async () => {
  const users = await openUsers(browser, carrel, COORDINATOR);
  await users.find('northfield-marcus-l');
  const row = users.row('northfield-marcus-l');
  const drawer = await users.edit('northfield-marcus-l');
  const email = field(drawer, say('accounts.email'));
  await email.fill('marcus at home');
  await button(drawer, say('accounts.save')).click();
  await drawer.getByText(say('accounts.fault.email')).waitFor();
  await email.fill('marcus@northfield.example');
  await users.save(drawer, 'northfield-marcus-l');
  await row.getByText('marcus@northfield.example').waitFor();
  await users.undo();
  await row.getByText(say('accounts.state.no_email')).waitFor();
});

it('queues are edited by the gear, and the operator’s open desk loses and gains them', async () => {
  const desk = await openDesk(browser, carrel, 'northfield-priya-n');
  const reference = queueAt(desk.page, 'Northfield Reference');
  await reference.waitFor();
  const users = await openUsers(browser, carrel, COORDINATOR);
  const drawer = await users.edit('northfield-priya-n');
  await takeLastFrom(field(drawer, say('accounts.queues')));
  await users.save(drawer, 'northfield-priya-n');
  await reference.waitFor({ state: 'detached' });

  const again = await users.edit('northfield-priya-n');
  await choose(users.page, field(again, say('accounts.queues')), 'Northfield Ref');
  await users.save(again, 'northfield-priya-n');
  await reference.waitFor();
});

it('canned message pools are edited by the gear, and stay as they were saved', async () => {
  const users = await openUsers(browser, carrel, COORDINATOR);
  const pool = (drawer: Locator) => chosenIn(drawer, COOP_NAME);
  const drawer = await users.edit('northfield-sadie-p');
  await pool(drawer).waitFor();
  await takeLastFrom(field(drawer, say('accounts.pools')));
  await users.save(drawer, 'northfield-sadie-p');

  await users.page.reload();
  const without = await users.edit('northfield-sadie-p');
  await chosenIn(without, 'Northfield Reference').waitFor();
  expect(await pool(without).count()).toBe(0);
  await choose(users.page, field(without, say('accounts.pools')), COOP_NAME);
  await users.save(without, 'northfield-sadie-p');
  await pool(await users.edit('northfield-sadie-p')).waitFor();
});

it('a password is set by the key, typed twice, and ends the sessions of before', async () => {
  const desk = await openDesk(browser, carrel, 'northfield-marcus-l');
  const users = await openUsers(browser, carrel, COORDINATOR);
  const dialog = await users.password('northfield-marcus-l');
  await secret(dialog, say('accounts.password')).fill(PHRASE);
  await secret(dialog, say('accounts.password.repeat')).fill(`${PHRASE}s`);
  await button(dialog, say('accounts.password.set')).click();
  await dialog.getByText(say('accounts.fault.repeat')).waitFor();
  await secret(dialog, say('accounts.password.repeat')).fill(PHRASE);
  await button(dialog, say('accounts.password.set')).click();
  await users.page
    .getByText(say('accounts.password.done', { username: 'northfield-marcus-l' }))
    .waitFor();

  await desk.page.getByText(say('session.ended')).waitFor();
  await signIn(desk.page, 'northfield-marcus-l', DEMO_PASSWORD);
  await desk.page.getByText(say('session.wrong')).waitFor();
  await signIn(desk.page, 'northfield-marcus-l', PHRASE);
  await desk.section(say('desk.waiting')).waitFor();
});

it('a password is chosen by the link that the key sends, and the link is good once', async () => {
  const address = 'priya@northfield.example';
  const users = await openUsers(browser, carrel, COORDINATOR);
  const drawer = await users.edit('northfield-priya-n');
  await field(drawer, say('accounts.email')).fill(address);
  await users.save(drawer, 'northfield-priya-n');
  const dialog = await users.password('northfield-priya-n');
  await button(dialog, say('accounts.password.sendLink')).click();
  await users.page.getByText(say('accounts.password.linkSent', { email: address })).waitFor();
  const received = () => mailbox.mails.filter(({ recipient }) => recipient === address);
  await expect.poll(received).toHaveLength(1);
  const link = received()[0]?.link ?? 'no link was sent';

  const priya = await browser.newMachine();
  await priya.page.goto(link);
  await priya.page.getByRole('heading', { name: say('session.link.reset') }).waitFor();
  await secret(priya.page, say('session.password.new')).fill(PHRASE);
  await secret(priya.page, say('session.password.repeat')).fill(PHRASE);
  await button(priya.page, say('session.link.save')).click();
  await priya.page.getByText(say('session.passwordChosen')).waitFor();
  await signIn(priya.page, 'northfield-priya-n', PHRASE);
  await deskOn(priya).section(say('desk.waiting')).waitFor();

  const late = await browser.newMachine();
  await late.page.goto(link);
  await late.page.getByRole('heading', { name: say('session.link.dead') }).waitFor();
});

it('two users are deleted after a question by name, are signed out at once, and come back by undo', async () => {
  const desk = await openDesk(browser, carrel, 'northfield-sadie-p');
  const users = await openUsers(browser, carrel, COORDINATOR);
  const leaving = ['northfield-marcus-l', 'northfield-sadie-p'];
  for (const username of leaving)
    await users.page
      .getByRole('checkbox', { name: say('accounts.select', { username }), exact: true })
      .check();
  const ask = async () => {
    await button(users.page, say('accounts.delete')).click();
    const question = users.page.getByRole('dialog', {
      name: say('accounts.delete.title.other', { count: '2' }),
    });
    await question.getByText('Marcus Lindqvist (northfield-marcus-l)').waitFor();
    return question;
  };
  await button(await ask(), say('accounts.no')).click();
  await users.page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await users.row('northfield-sadie-p').count()).toBe(1);

  await button(await ask(), say('accounts.yes')).click();
  for (const username of leaving) await users.row(username).waitFor({ state: 'detached' });
  await desk.page.getByText(say('session.ended')).waitFor();
  await signIn(desk.page, 'northfield-sadie-p', DEMO_PASSWORD);
  await desk.page.getByText(say('session.wrong')).waitFor();

  await users.undo();
  for (const username of leaving) await users.row(username).waitFor();
  await signIn(desk.page, 'northfield-sadie-p', DEMO_PASSWORD);
  await desk.section(say('desk.waiting')).waitFor();
  await queueAt(desk.page, 'Northfield Reference').waitFor();
});

function queueAt(page: Page, name: string): Locator {
  return page.getByRole('switch', { name });
}
