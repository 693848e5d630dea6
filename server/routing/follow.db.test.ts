import { describe, expect, test } from 'vitest';
import { removeCoopInstitution } from '#protocol/coops.ts';
import { changeInstitution } from '#protocol/institutions.ts';
import { changeQueue, deleteQueue, readQueue } from '#protocol/queue-administration.ts';
import { changeWidget } from '#protocol/widgets.ts';
import { everyDay } from '../../test/hours.ts';
import type { Caller } from '../../test/house.ts';
import { LOCAL_SECONDS } from '../../test/libraries.ts';
import { ask, claim, follow, hears } from '../../test/talk.ts';
import { openWaitingHouse } from '../../test/waiting-house.ts';

const { house, sql, libraries, as, ...here } = await openWaitingHouse();
const { openDesk, reads, ringsAt, coopsOf, stateOf, availability } = here;
const { cover, minutesAhead, passesUntil } = here;

describe('coverage', () => {
  test('that begins while a patron waits brings the chat to the co-op at that moment', async () => {
    await openDesk('hana');
    const begins = minutesAhead(2);
    await cover(everyDay('UTC', begins, '24:00'));
    const { chatId } = await ask(house, libraries.widgetId, 'Is anybody there?');
    expect(await ringsAt(chatId)).toEqual(new Set([libraries.queueId]));
    expect(await availability()).toEqual({ online: false, away: false });
    expect(await coopsOf(chatId)).toEqual([]);
    expect((await claim(house, chatId, as.hana)).status).toBe(404);

    await passesUntil(begins);
    expect(await ringsAt(chatId)).toEqual(new Set([libraries.queueId, libraries.coopQueueId]));
    expect(await availability()).toEqual({ online: true, away: false });
    expect(await coopsOf(chatId)).toEqual([{ coopId: libraries.coopId, through: false }]);
    expect((await claim(house, chatId, as.hana)).status).toBe(200);
    expect(await coopsOf(chatId)).toEqual([{ coopId: libraries.coopId, through: true }]);
  });

  test('that ends takes the chat off the co-op’s desks, and they read it no more', async () => {
    const hana = await openDesk('hana');
    const ends = minutesAhead(2);
    await cover(everyDay('UTC', '00:00', ends));
    const { chatId } = await ask(house, libraries.widgetId, 'Is anybody there?');
    await follow(hana, chatId);
    await passesUntil(ends);
    expect(await ringsAt(chatId)).toEqual(new Set([libraries.queueId]));
    expect(await stateOf(chatId)).toMatchObject({ state: 'waiting', formOffered: true });
    expect((await reads(chatId, 'hana')).status).toBe(404);
    expect((await claim(house, chatId, as.hana)).status).toBe(404);
    await hana.until((frame) =>
      frame.t === 'refused' && frame.chatId === chatId ? frame : undefined,
    );
  });
});

describe('hours', () => {
  const queue = () => ({ params: { queueId: libraries.queueId }, query: undefined });

  test('of a queue are set by who looks after it, and by nobody else', async () => {
    const hours = everyDay('UTC', '08:00', '09:00');
    const set = (caller: Caller) =>
      house.call(changeQueue, { ...queue(), body: { hours } }, caller);
    expect((await set(await house.staff(libraries.ada))).body).toMatchObject({ hours });
    expect((await set(as.sadie)).status).toBe(403);
    expect((await set(as.eve)).status).toBe(404);
    const read = { ...queue(), body: undefined };
    expect((await house.call(readQueue, read, as.sadie)).body).toMatchObject({ hours });
    const entry = await sql
      .selectFrom('audit')
      .select(['after'])
      .where('targetId', '=', libraries.queueId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(entry.after)).toContain('08:00-09:00');
  });

  test('of a library close its queues: the chat goes on to the co-op at once', async () => {
    await openDesk('sadie');
    await openDesk('hana');
    const first = await ask(house, libraries.widgetId, 'Are you open?');
    expect(await ringsAt(first.chatId)).toEqual(new Set([libraries.queueId]));
    const body = { hours: everyDay('UTC', '08:00', '09:00') };
    const params = { institutionId: libraries.institutions.northfield };
    await house.call(changeInstitution, { params, query: undefined, body }, as.olga);
    await house.passes(1);
    expect(await ringsAt(first.chatId)).toContain(libraries.coopQueueId);
    expect(await availability()).toEqual({ online: true, away: false });
  });

  test('a queue’s own stand in place of its library’s', async () => {
    await openDesk('sadie');
    const params = { institutionId: libraries.institutions.northfield };
    const closed = { hours: everyDay('UTC', '08:00', '09:00') };
    await house.call(changeInstitution, { params, query: undefined, body: closed }, as.olga);
    expect(await availability()).toEqual({ online: false, away: false });
    const late = { hours: everyDay('UTC', '00:00', '24:00') };
    await house.call(changeQueue, { ...queue(), body: late }, as.olga);
    expect(await availability()).toEqual({ online: true, away: false });
  });
});

describe('the chain of a waiting chat', () => {
  test('is its widget’s as it is now: a step taken out loses it, the rest has it', async () => {
    const sadie = await openDesk('sadie');
    await openDesk('hana');
    const { chatId } = await ask(house, libraries.widgetId, 'Which way?');
    await follow(sadie, chatId);
    const chain = [{ coopId: libraries.coopId, waitSeconds: 30 }];
    const params = { widgetId: libraries.widgetId };
    await house.call(changeWidget, { params, query: undefined, body: { chain } }, as.olga);
    await house.passes(1);
    expect(await ringsAt(chatId)).toEqual(new Set([libraries.coopQueueId]));
    const told = await hears(sadie, chatId, ({ kind }) => kind === 'unrouted');
    expect(told).toMatchObject({ queueId: libraries.queueId });
  });

  test('goes past a queue that is deleted while it waits', async () => {
    await openDesk('sadie');
    await openDesk('hana');
    const { chatId } = await ask(house, libraries.widgetId, 'Which way?');
    const params = { queueId: libraries.queueId };
    await house.call(deleteQueue, { params, query: undefined, body: undefined }, as.olga);
    await house.passes(1);
    expect(await ringsAt(chatId)).toEqual(new Set([libraries.coopQueueId]));
  });

  test('loses the co-op that its library leaves while it waits', async () => {
    await openDesk('sadie');
    await openDesk('hana');
    const { chatId } = await ask(house, libraries.widgetId, 'Which way?');
    await house.passes(LOCAL_SECONDS);
    expect(await ringsAt(chatId)).toContain(libraries.coopQueueId);
    const { northfield: institutionId } = libraries.institutions;
    const params = { coopId: libraries.coopId, institutionId };
    await house.call(removeCoopInstitution, { params, query: undefined, body: undefined }, as.olga);
    await house.passes(1);
    expect(await ringsAt(chatId)).toEqual(new Set([libraries.queueId]));
    expect((await claim(house, chatId, as.hana)).status).toBe(404);
  });

  test('moves on at once when the last operator leaves', async () => {
    const sadie = await openDesk('sadie');
    await openDesk('hana');
    const { chatId } = await ask(house, libraries.widgetId, 'Which way?');
    await sadie.close();
    await house.passes(2);
    expect(await ringsAt(chatId)).toContain(libraries.coopQueueId);
  });
});
