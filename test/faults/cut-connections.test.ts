import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { expectWhole } from './tools/expect-whole.ts';
import { deskTab, patronTab } from './tools/people.ts';
import { openReferenceDesk, type Talk } from './tools/reference-desk.ts';
import { seeded } from './tools/seeded.ts';
import { textsIn } from './tools/stream.ts';
import { openProxy } from './tools/tcp-proxy.ts';
import { temporaryHome } from './tools/temporary-home.ts';

const home = temporaryHome();
const desk = await openReferenceDesk({ dataFolder: path.join(home, 'data') }, 1);
const [talk] = desk.talks as [Talk];
const { chatId } = talk;
const patronsLine = await openProxy(desk.carrel.port);
const operatorsLine = await openProxy(desk.carrel.port);
const patron = patronTab(() => patronsLine.port, talk);
const { origin } = desk.carrel;
const operator = deskTab({ port: () => operatorsLine.port, origin }, desk.sadie, [chatId]);
afterAll(async () => {
  patron.stop();
  operator.stop();
  desk.leave();
  await patronsLine.close();
  await operatorsLine.close();
});

describe('while both type', () => {
  it('cuts on either side, at any moment, lose nothing and double nothing', async () => {
    const random = seeded(4_711);
    for (let round = 0; round < 12; round += 1) {
      await patron.until('the patron is back', patron.isLive);
      await operator.until('the operator is back', operator.isLive);
      for (let n = 0; n < 10; n += 1) {
        patron.say(chatId, `Patron ${round}.${n}`);
        operator.say(chatId, `Operator ${round}.${n}`);
      }
      const left = Math.floor(random() * 10);
      await patron.until('some are stored', () => patron.unsettled() <= left);
      if (random() < 0.7) patronsLine.cut();
      if (random() < 0.7) operatorsLine.cut();
    }

    expect(patron.closeCodes.length).toBeGreaterThan(3);
    expect(operator.closeCodes.length).toBeGreaterThan(3);
    await allIsWell();
  });

  it('a line that stands still delays, and everything comes when it flows again', async () => {
    patronsLine.stall();
    patron.say(chatId, 'Can you hear me?');
    operator.say(chatId, 'Are you still there?');
    await operator.settled();
    expect(patron.unsettled()).toBe(1);
    expect(textsIn(patron.stream(chatId))).not.toContain('Are you still there?');

    patronsLine.flow();

    await allIsWell();
    expect(textsIn(patron.stream(chatId))).toContain('Are you still there?');
  });

  it('a line that is dead and found out is replaced by another', async () => {
    operatorsLine.stall();
    operator.say(chatId, 'Into a dead line');
    patron.say(chatId, 'And to one that does not hear');
    await patron.settled();
    expect(operator.unsettled()).toBe(1);

    operatorsLine.cut();
    operatorsLine.flow();

    await allIsWell();
    expect(textsIn(operator.stream(chatId))).toContain('And to one that does not hear');
  });
});

/** For the two whose lines were cut, and for the two who only watched. */
async function allIsWell(): Promise<void> {
  await patron.settled();
  await operator.settled();
  await expectWhole(desk.connection, { chatId, patron, operator });
  await desk.holdsTogether();
}
