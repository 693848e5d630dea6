import path from 'node:path';
import { expect, it } from 'vitest';
import { startCarrel } from '../faults/tools/carrel-process.ts';
import { temporaryHome } from '../faults/tools/temporary-home.ts';
import { openBrowserOnCable } from './tools/browser.ts';
import { openDesk } from './tools/desk.ts';
import { patronTab, visitLibrary } from './tools/patron.ts';
import { allHave, inOrderOf, line, linesIn } from './tools/said.ts';
import { consoleWords, widgetWords } from './tools/words.ts';

const sayDesk = consoleWords('en');
const sayWidget = widgetWords('en');
const home = temporaryHome();
const carrel = await startCarrel({ dataFolder: path.join(home, 'data') });
const patronLine = await openBrowserOnCable(carrel);
const deskLine = await openBrowserOnCable(carrel);

it('a question is asked, claimed and answered, and over reloads, pages, tabs and cut cables every message is there once, in order, on both sides', async () => {
  const expected: string[] = [];
  const desk = await openDesk(deskLine, carrel, 'northfield-sadie-p');
  const patron = await visitLibrary(patronLine, carrel, 'northfield');
  const patronSays = async (number: number, tab = patronTab(patron.page, 'en')) => {
    expected.push(line('Patron', number));
    await tab.write(line('Patron', number));
  };
  const deskSays = async (number: number) => {
    expected.push(line('Sadie', number));
    await desk.write(line('Sadie', number));
  };

  // Ask and claim.
  await patron
    .launcher()
    .filter({ hasText: sayWidget('launcherOnline') })
    .click();
  expected.push(line('Patron', 0));
  await patron.ask(line('Patron', 0));
  await desk.offers().click();
  await patron.panel().getByText('Sadie Parrish').first().waitFor();

  // Talk.
  await deskSays(0);
  for (const number of [1, 2, 3]) {
    await patronSays(number);
    await deskSays(number);
  }
  await allHave([patron.conversation(), desk.conversation()], expected);
  await patron.field().pressSequentially('Typ');
  await desk.conversation().getByText('is typing…').waitFor();
  await patron.field().fill('');
  await desk.field().pressSequentially('Typ');
  await patron
    .conversation()
    .getByText(sayWidget('typing', { name: 'Sadie Parrish' }))
    .waitFor();

  // The patron reloads, goes to the library's next page, and opens a second tab.
  await patron.page.reload();
  await allHave([patron.conversation()], expected);
  await patronSays(4);
  await patron.page.getByRole('link', { name: 'Find articles' }).first().click();
  await patron.page.waitForURL('**/find-articles');
  await allHave([patron.conversation()], expected);
  await patronSays(5);
  await desk.pane().getByRole('link', { name: 'Find articles' }).waitFor();
  const second = patronTab(await patron.context.newPage(), 'en');
  await second.page.goto(`${carrel.origin}/demo/northfield/hours`);
  await allHave([second.conversation()], expected);
  await patronSays(6, second);
  await deskSays(4);
  const all = [patron.conversation(), second.conversation(), desk.conversation()];
  await allHave(all, expected);

  // The cables are pulled out, one after the other, while both go on writing.
  const loads = await Promise.all([startOf(patron.page), startOf(desk.page)]);
  patronLine.cable.stall();
  patronLine.cable.cut();
  await patron.shown(sayWidget('lost')).waitFor();
  await Promise.all([patronSays(7), deskSays(5)]);
  deskLine.cable.stall();
  deskLine.cable.cut();
  await desk.page.getByText(sayDesk('desk.lost')).waitFor();
  await Promise.all([patronSays(8), deskSays(6)]);
  expect(await linesIn(desk.conversation())).not.toContain(line('Patron', 7));
  patronLine.cable.flow();
  await patronSays(9);
  deskLine.cable.flow();
  await deskSays(7);
  await allHave(all, expected);

  // They are broken in the middle of what is being sent.
  for (const number of [10, 11, 12]) {
    await patronSays(number);
    patronLine.cable.cut();
    await deskSays(number);
    deskLine.cable.cut();
  }
  await allHave(all, expected);
  await patron.shown(sayWidget('lost')).waitFor({ state: 'hidden' });
  await desk.page.getByText(sayDesk('desk.lost')).waitFor({ state: 'hidden' });

  // All without a reload; and who comes anew finds the same.
  expect(await Promise.all([startOf(patron.page), startOf(desk.page)])).toEqual(loads);
  const lines = await linesIn(desk.conversation());
  inOrderOf('Patron', lines);
  inOrderOf('Sadie', lines);
  await Promise.all([patron.page.reload(), desk.page.reload()]);
  await allHave(all, expected);
});

function startOf(page: { evaluate(work: () => number): Promise<number> }): Promise<number> {
  return page.evaluate(() => performance.timeOrigin);
}
