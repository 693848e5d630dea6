import path from 'node:path';
import { expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openMailbox } from '../mailbox.ts';
import { openBrowser } from './tools/browser.ts';
import { openDesk } from './tools/desk.ts';
import { visitLibrary } from './tools/patron.ts';
import { aboutChat } from './tools/policies.ts';
import { openReader, type Reader } from './tools/told.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

const say = consoleWords('en');
const sayWidget = widgetWords('en');
const ROSA = 'rosa@patron.example';
const HARBOUR = 'Harbour City Public Library';
const EASTVALE = 'Eastvale University';

const home = temporaryHome();
const mailbox = await openMailbox();
const carrel = await startCarrel({
  dataFolder: path.join(home, 'data'),
  env: { SMTP_URL: mailbox.url, MAIL_ADDRESS: 'desk@carrel.example' },
});
const browser = await openBrowser();

/** A library's figures over the months shown: answered for others, received from others, balance. */
async function ledgerOf({ page }: Reader, library: string): Promise<string[]> {
  const row = page
    .getByRole('region', { name: say('contribution.totals'), exact: true })
    .getByRole('row', { name: library });
  await row.waitFor();
  return (await row.getByRole('cell').allTextContents()).slice(0, 2);
}

it('a question that nobody at home can answer is taken by a partner, goes home as a ticket, is answered by mail, and counts for both', async () => {
  // Nobody of Harbour is at a desk; Mei of Eastvale is.
  const mei = await openDesk(browser, carrel, 'eastvale-mei-c');
  const rosa = await visitLibrary(browser, carrel, 'harbour');
  await rosa
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  await rosa.ask('I paid my fee at the self check, and my card is still blocked', {
    name: 'Rosa',
    email: ROSA,
  });
  await mei.offers('Rosa').click();

  // Beside the chat: how things are done at Harbour.
  const about = aboutChat(mei.page);
  await about.getByText('Cards are sometimes blocked by mistake after a payment').waitFor();

  await mei.write('Only your own library sees the payment. They will write to you.', 'Rosa');
  await rosa.conversation().getByText('They will write to you.').waitFor();
  await mei.page.keyboard.press('Escape');
  await mei.page.keyboard.press('x');
  await mei.page.getByRole('radio', { name: say('closing.as.followUpHome') }).waitFor();
  await mei.page.keyboard.press('2');
  await mei.page.getByText(say('closing.email.known', { email: ROSA })).waitFor();
  await mei.page.getByLabel(say('closing.note')).fill('Paid on the 5th, $1.50.');
  await mei.page.keyboard.press('Control+Enter');
  await mei.pane('Rosa').waitFor({ state: 'detached' });

  // The next morning at Harbour: their ticket, with the chat and the note.
  const harbour = await openDesk(browser, carrel, 'harbour-elena-v');
  const { page } = harbour;
  await page.getByRole('link', { name: say('shell.nav.questions') }).click();
  const list = page.getByRole('region', { name: say('tickets.list') });
  await list.getByRole('button', { name: 'Rosa' }).click();
  const ticket = page.getByRole('region', { name: say('tickets.single'), exact: true });
  await ticket.getByText('Paid on the 5th, $1.50.').first().waitFor();
  await ticket
    .getByRole('complementary', { name: say('tickets.chat') })
    .getByText('Only your own library sees the payment.')
    .waitFor();
  const answer = page.getByLabel(say('tickets.answer'), { exact: true });
  await answer.fill('The payment is here now, and your card is open again.');
  await answer.press('Control+Enter');
  await expect
    .poll(() => mailbox.mails.map(({ recipient, text }) => [recipient, text]), { timeout: 20_000 })
    .toContainEqual([ROSA, expect.stringContaining('your card is open again')]);

  // It is not Eastvale's ticket, nor Northfield's.
  for (const username of ['eastvale-admin', 'northfield-admin']) {
    const other = await openReader(browser, carrel, username);
    await other.home('tickets');
    await other.page.getByText(say('tickets.empty.new'), { exact: true }).waitFor();
  }

  // The ledger of the co-op.
  const grace = await openReader(browser, carrel, 'eastvale-admin');
  await grace.coop('contribution');
  expect(await ledgerOf(grace, EASTVALE)).toEqual(['1', '0']);
  expect(await ledgerOf(grace, HARBOUR)).toEqual(['0', '1']);
  await grace.coop('statistics');
  const referred = grace.page
    .locator('dl > div')
    .filter({ has: grace.page.getByText(say('statistics.referred'), { exact: true }) })
    .locator('dd')
    .first();
  await expect.poll(() => referred.textContent()).toBe('1');
});
