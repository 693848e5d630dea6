import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { ask, holdChat } from './tools/embedded-postgres.ts';
import { openReferenceDesk, type ReferenceDesk, type Talk } from './tools/reference-desk.ts';
import { seeded } from './tools/seeded.ts';
import { temporaryHome } from './tools/temporary-home.ts';

const home = temporaryHome();
const desk = await openReferenceDesk({ dataFolder: path.join(home, 'data') }, 4);
const [talk] = desk.talks as [Talk, ...Talk[]];
afterAll(() => desk.leave());

describe('kill -9 of Carrel', () => {
  it('between commit and acknowledgement leaves one message, though it is sent again', async () => {
    const { chatId, patron } = talk;
    const held = await holdChat(desk.connection, chatId);
    const clientId = patron.say(chatId, 'Stored, and nobody told me');
    await isWaitedFor(held);

    desk.carrel.kill('SIGSTOP');
    await held.release();
    await vi.waitFor(async () => expect(await countOf(clientId)).toBe(1), { timeout: 10_000 });
    expect(patron.unsettled()).toBe(1);
    await killAndStartAgain(desk);

    await desk.isQuiet();
    expect(await countOf(clientId)).toBe(1);
    await desk.holdsTogether();
  });

  it('before the commit has acknowledged nothing, and what is sent again is stored', async () => {
    const { chatId, patron } = talk;
    const held = await holdChat(desk.connection, chatId);
    const clientId = patron.say(chatId, 'Not stored yet');
    await isWaitedFor(held);

    expect(patron.unsettled()).toBe(1);
    await killAndStartAgain(desk);

    await desk.isQuiet();
    expect(await countOf(clientId)).toBe(1);
    await desk.holdsTogether();
  });

  it('at any moment of a busy hour loses nothing acknowledged and doubles nothing', async () => {
    const random = seeded(20_261);
    for (let round = 1; round <= 4; round += 1) {
      sayMuch(desk, round);
      const underWay = Math.floor(random() * unsettledIn(desk));
      await Promise.race(
        tabsOf(desk).map((tab) =>
          tab.until('some are stored', () => unsettledIn(desk) <= underWay),
        ),
      );

      await killAndStartAgain(desk);

      await desk.isQuiet();
      await desk.holdsTogether();
    }
  });
});

/** Patrons and operator talk at once: as much as a connection may send in one go, and no more. */
function sayMuch({ talks, operator }: ReferenceDesk, round: number): void {
  for (const { chatId, patron } of talks) {
    for (let n = 0; n < 30; n += 1) patron.say(chatId, `Round ${round}, patron's ${n}`);
    for (let n = 0; n < 8; n += 1) operator.say(chatId, `Round ${round}, operator's ${n}`);
  }
}

function tabsOf({ talks, operator }: ReferenceDesk) {
  return [operator, ...talks.map(({ patron }) => patron)];
}

function unsettledIn(all: ReferenceDesk): number {
  return tabsOf(all).reduce((sum, tab) => sum + tab.unsettled(), 0);
}

async function killAndStartAgain(all: ReferenceDesk): Promise<void> {
  all.carrel.kill('SIGKILL');
  await expect(all.carrel.exited).resolves.toEqual({ code: null, signal: 'SIGKILL' });
  await all.startAgain();
}

async function isWaitedFor(held: { waiting(): Promise<number[]> }): Promise<void> {
  await vi.waitFor(async () => expect(await held.waiting()).toHaveLength(1), { timeout: 10_000 });
}

async function countOf(clientId: string): Promise<number> {
  const sql = 'select client_id from chat_events where client_id = $1';
  return (await ask(desk.connection, sql, [clientId])).length;
}
