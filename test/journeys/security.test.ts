import path from 'node:path';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../server/demo/libraries.ts';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openMailbox } from '../mailbox.ts';
import { openBrowser } from './tools/browser.ts';
import { deskOn, openDesk, signIn } from './tools/desk.ts';
import { holdsInEveryLook, holdsInLooks, LAPTOP_LIGHT, PHONE_DARK } from './tools/looks.ts';
import { button, field, secret } from './tools/users.ts';
import { consoleWords } from './tools/words.ts';

const say = consoleWords('en');
const mailbox = await openMailbox();
const home = temporaryHome();
const carrel = await startCarrel({
  dataFolder: path.join(home, 'data'),
  env: { SMTP_URL: mailbox.url },
});
const browser = await openBrowser();

/** Signs in and goes to one's security by the account menu. */
async function openSecurity(username: string, name: string) {
  const desk = await openDesk(browser, carrel, username);
  const { page } = desk;
  await button(page, say('shell.account.open', { name })).click();
  await page.getByRole('link', { name: say('shell.account.security') }).click();
  await page.getByRole('heading', { level: 1, name: say('security.title') }).waitFor();
  return desk;
}

/** Shows once more that one knows the password, in the open dialog. */
async function prove(page: Page, act: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await secret(dialog, say('security.password.current')).fill(DEMO_PASSWORD);
  await button(dialog, act).click();
}

it('an authenticator app is set up, asked for at the next sign-in, and its recovery codes are renewed', async () => {
  const { page } = await openSecurity('northfield-sadie-p', 'Sadie Parrish');
  await holdsInEveryLook(page, 'security-1-page');
  await button(page, say('security.app.setUp')).click();
  await prove(page, say('security.next'));
  const dialog = page.getByRole('dialog');
  const key = (await dialog.locator('code').textContent()) ?? '';
  await holdsInLooks(page, 'security-2-picture', [LAPTOP_LIGHT, PHONE_DARK]);
  const code = () =>
    TOTP.generate({ secret: new TOTP({ secret: key.replaceAll(/\s/g, '') }).secret });
  await field(dialog, say('security.app.code')).fill('000000');
  await button(dialog, say('security.app.confirm')).click();
  await dialog.getByText(say('security.app.wrongCode')).waitFor();
  await field(dialog, say('security.app.code')).fill(code());
  await button(dialog, say('security.app.confirm')).click();
  const keep = async () => {
    const codes = await page.getByRole('dialog').locator('code').allTextContents();
    expect(codes).toHaveLength(10);
    await page.getByRole('checkbox', { name: say('security.codes.kept') }).check();
    await button(page, say('security.done')).click();
    return codes;
  };
  await page.getByRole('dialog', { name: say('security.codes') }).waitFor();
  await holdsInLooks(page, 'security-3-codes', [LAPTOP_LIGHT, PHONE_DARK]);
  const [old = ''] = await keep();
  await page.getByText(say('security.codes.left.other', { count: '10' })).waitFor();

  await button(page, say('security.codes.renew')).click();
  await prove(page, say('security.codes.renew'));
  await page.getByRole('dialog', { name: say('security.codes'), exact: true }).waitFor();
  const [fresh = ''] = await keep();

  const next = await browser.newMachine();
  await next.page.goto(carrel.origin);
  await signIn(next.page, 'northfield-sadie-p', DEMO_PASSWORD);
  await field(next.page, say('session.code')).fill(old);
  await button(next.page, say('session.signIn')).click();
  await next.page.getByText(say('session.wrongCode')).waitFor();
  await field(next.page, say('session.code')).fill(fresh);
  await button(next.page, say('session.signIn')).click();
  await deskOn(next).section(say('desk.waiting')).waitFor();
});

it('a passkey is added, signs in without name or password, and is removed', async () => {
  const { page, context } = await openSecurity('northfield-priya-n', 'Priya Nair');
  const devTools = await context.newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await button(page, say('security.passkeys.add')).click();
  await field(page.getByRole('dialog'), say('security.passkeys.name')).fill('Desk key');
  await holdsInLooks(page, 'security-4-passkey', [LAPTOP_LIGHT, PHONE_DARK]);
  await prove(page, say('security.next'));
  await page.getByText(say('security.passkeys.added', { name: 'Desk key' })).waitFor();

  await button(page, say('shell.account.open', { name: 'Priya Nair' })).click();
  await button(page, say('shell.account.signOut')).click();
  await button(page, say('session.passkey')).click();
  await deskOn({ page, context }).section(say('desk.waiting')).waitFor();

  await page.goto(`${carrel.origin}/security`);
  await button(page, `${say('security.remove')} Desk key`).click();
  await button(page.getByRole('dialog'), say('security.remove')).click();
  await page.getByText(say('security.passkeys.removed', { name: 'Desk key' })).waitFor();
});

it('a session elsewhere is ended from here, and the desk there closes', async () => {
  const elsewhere = await openDesk(browser, carrel, 'northfield-marcus-l');
  const { page } = await openSecurity('northfield-marcus-l', 'Marcus Lindqvist');
  const sessions = page.getByRole('region', { name: say('security.sessions') });
  await expect.poll(() => sessions.getByRole('listitem').count()).toBe(2);
  await sessions
    .getByRole('listitem')
    .filter({ hasNotText: say('security.sessions.here') })
    .getByRole('button')
    .click();
  await elsewhere.page.getByText(say('session.ended')).waitFor();
  await expect.poll(() => sessions.getByRole('listitem').count()).toBe(1);
});

it('one’s own e-mail takes the password, and the old address is told', async () => {
  const { page } = await openSecurity('northfield-admin', 'Grace Okafor');
  const change = async (email: string) => {
    await button(page, say('security.email.change')).click();
    await field(page.getByRole('dialog'), say('security.email.new')).fill(email);
    await prove(page, say('security.email.save'));
  };
  await change('grace at home');
  await page.getByRole('dialog').getByText(say('accounts.fault.email')).waitFor();
  await page.keyboard.press('Escape');
  await change('grace@northfield.example');
  await page.getByText('grace@northfield.example').waitFor();
  await change('grace@home.example');
  await page.getByText('grace@home.example').waitFor();
  const told = () => mailbox.mails.map(({ recipient }) => recipient);
  await expect.poll(told).toEqual(['grace@northfield.example']);
});
