import type { CarrelProcess } from '../../faults/tools/carrel-process.ts';
import { ask, connectionOf } from '../../faults/tools/embedded-postgres.ts';
import type { JourneyBrowser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { type PatronTab, visitLibrary } from './patron.ts';
import { consoleWords, widgetWords } from './words.ts';

const say = widgetWords('en');
const sayDesk = consoleWords('en');

/**
 * An evening at the Night Owls, as the README shows it: an operator with two chats side by side, and two
 * patrons who wait, one of them too long. Times are set back in the database, since nobody waits here.
 */
export async function workAnEvening(
  browser: JourneyBrowser,
  carrel: CarrelProcess,
  dataFolder: string,
): Promise<Desk> {
  const mei = await openDesk(browser, carrel, 'eastvale-mei-c');
  const desk = await openDesk(browser, carrel, 'northfield-sadie-p');

  // Where nobody is quick enough at home, the Night Owls are alerted too.
  const amira = await come(browser, carrel, 'eastvale/interlibrary-loan');
  await amira.ask(
    'Hi! I need an article from 1987 that the journal page says we only have from 1995. Can I still get it before Friday?',
    { name: 'Amira' },
  );
  await mei.offers('Amira').waitFor();
  await hurry(dataFolder);
  await desk.offers('Amira').click();
  const jonas = await come(browser, carrel, 'northfield/find-articles');
  await jonas.ask('is there a way to only see peer reviewed ones', { name: 'Jonas' });
  await desk.offers('Jonas').click();
  await desk.pane('Jonas').waitFor();
  const rosa = await come(browser, carrel, 'harbour');
  await rosa.ask(
    'My card was refused at the self check, it says I owe a fee but I paid it last week',
    { name: 'Rosa' },
  );
  await desk.offers('Rosa').waitFor();
  const tom = await come(browser, carrel, 'northfield/citing-sources');
  await tom.ask('How do I cite a podcast in APA 7?', { name: 'Tom' });
  await desk.offers('Tom').waitFor();
  await setBack(dataFolder);
  await desk.page.reload();

  await desk.write(
    'There is: on the left of the results, tick “Peer-reviewed”. Shall I show you on a search of yours?',
    'Jonas',
  );
  await desk.conversation('Jonas').getByText(sayDesk('desk.delivery.seen')).waitFor();
  await jonas.write('yes pls, sleep and memory in teenagers');
  await desk.conversation('Jonas').getByText('sleep and memory').waitFor();
  await desk.write(
    'Hello Amira, yes, very likely. Eastvale can request it from a partner library for you, and articles usually come as a PDF in one or two days.',
    'Amira',
  );
  await desk.conversation('Amira').getByText(sayDesk('desk.delivery.seen')).waitFor();
  await amira.write('Oh great. Does it cost anything?');
  await desk.conversation('Amira').getByText('Does it cost anything?').waitFor();
  await amira.field().pressSequentially('And how');
  await desk.conversation('Amira').getByText('is typing…').waitFor();
  return desk;
}

async function come(
  browser: JourneyBrowser,
  carrel: CarrelProcess,
  address: string,
): Promise<PatronTab> {
  const patron = await visitLibrary(browser, carrel, address);
  await patron
    .launcher()
    .filter({ hasText: say('launcherOnline') })
    .click();
  await patron.panel().waitFor();
  return patron;
}

/** Lets the next step of every waiting chat be alerted now. */
async function hurry(dataFolder: string): Promise<void> {
  const sql = 'update chats set next_step_at = now() where next_step_at is not null';
  await ask(connectionOf(dataFolder), sql, []);
}

/** As if each had asked so many seconds ago, and waited so many of them. */
async function setBack(dataFolder: string): Promise<void> {
  const back = async (name: string, asked: number, waited: number) => {
    await ask(
      connectionOf(dataFolder),
      `update chats set opened_at = now() - make_interval(secs => $2),
         waiting_since = now() - make_interval(secs => $2),
         first_claimed_at = first_claimed_at - make_interval(secs => $2 - $3::float8),
         claimed_at = claimed_at - make_interval(secs => $2 - $3::float8)
       where patron_name = $1`,
      [name, asked, waited],
    );
    await ask(
      connectionOf(dataFolder),
      `update chat_events set at = at - make_interval(secs => $2)
       where chat_id = (select id from chats where patron_name = $1)`,
      [name, asked - waited],
    );
  };
  await back('Amira', 100, 19);
  await back('Jonas', 75, 6);
  await back('Rosa', 68, 0);
  await back('Tom', 5, 0);
}
