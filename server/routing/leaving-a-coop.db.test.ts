import { describe, expect, test } from 'vitest';
import { removeCoopAccount } from '#protocol/coop-accounts.ts';
import { deleteCoop, removeCoopInstitution } from '#protocol/coops.ts';
import { makeMember } from '../../test/factories.ts';
import { LOCAL_SECONDS } from '../../test/libraries.ts';
import { ask, claim, close, follow, hears, say } from '../../test/talk.ts';
import { openWaitingHouse } from '../../test/waiting-house.ts';

const { house, sql, libraries, as, ...here } = await openWaitingHouse();
const { openDesk, openPatron, reads, ringsAt, stateOf } = here;

describe('whoever answers for the co-op no more', () => {
  const NO_MORE = { query: undefined, body: undefined };
  const losses: [string, string, () => Promise<unknown>][] = [
    [
      'removed',
      'coop_removed',
      () =>
        house.call(
          removeCoopAccount,
          { params: { coopId: libraries.coopId, accountId: libraries.hana }, ...NO_MORE },
          as.olga,
        ),
    ],
    [
      'their library taken out',
      'coop_library_left',
      () =>
        house.call(
          removeCoopInstitution,
          {
            params: { coopId: libraries.coopId, institutionId: libraries.institutions.harbour },
            ...NO_MORE,
          },
          as.olga,
        ),
    ],
    [
      'the co-op ended',
      'coop_ended',
      () => house.call(deleteCoop, { params: { coopId: libraries.coopId }, ...NO_MORE }, as.olga),
    ],
  ];

  test.each(losses)('(%s) loses its queues at once, and is told why', async (_, what, lose) => {
    const hana = await openDesk('hana');
    const eve = await openDesk('eve');
    const has = hana.frames.some(
      (frame) =>
        frame.t === 'desk' && frame.desk.queues.some(({ id }) => id === libraries.coopQueueId),
    );
    expect(has).toBe(true);
    await lose();
    const told = await hana.next('told');
    expect(told).toMatchObject({ what, name: 'Night Owls' });
    await hana.until((frame) =>
      frame.t === 'desk' && frame.desk.queues.every(({ id }) => id !== libraries.coopQueueId)
        ? frame
        : undefined,
    );
    await eve.settle();
    expect(eve.frames.filter(({ t }) => t === 'told')).toEqual([]);
  });

  test('has chats in hand offered again within 2 s, and reads them no more', async () => {
    const hana = await openDesk('hana');
    await openDesk('sadie');
    const { chatId, token } = await ask(house, libraries.widgetId, 'Who is there?');
    const patron = await openPatron(token);
    await house.passes(LOCAL_SECONDS);
    await claim(house, chatId, as.hana);
    await follow(hana, chatId);
    await losses[0]?.[2]();
    await house.passes(2);
    expect(await stateOf(chatId)).toMatchObject({ state: 'waiting', ownerId: null });
    expect(await ringsAt(chatId)).toContain(libraries.queueId);
    await hears(patron, chatId, ({ kind }) => kind === 'returned');
    await hana.until((frame) =>
      frame.t === 'refused' && frame.chatId === chatId ? frame : undefined,
    );
    expect((await reads(chatId, 'hana')).status).toBe(404);
    expect((await reads(chatId, 'sadie')).status).toBe(200);

    await claim(house, chatId, as.sadie);
    await say(house, chatId, as.sadie, 'I have it now.');
    const heard = hana.frames.filter(
      (frame) => frame.t === 'events' && JSON.stringify(frame).includes('I have it now.'),
    );
    expect(heard).toEqual([]);
  });

  test.each(losses.slice(1))('(%s) finishes the chats in hand', async (_, __, lose) => {
    await openDesk('hana');
    const { chatId } = await ask(house, libraries.widgetId, 'Who is there?');
    await house.passes(LOCAL_SECONDS);
    await claim(house, chatId, as.hana);
    await lose();
    await house.passes(3);
    expect(await stateOf(chatId)).toMatchObject({ state: 'active', ownerId: libraries.hana });
    await say(house, chatId, as.hana, 'One moment.');
    expect((await close(house, chatId, as.hana)).status).toBeLessThan(500);
    expect((await reads(chatId, 'hana')).status).toBe(404);
  });

  test('a level gained while at the desk is told, and brings its queues', async () => {
    const eve = await openDesk('eve');
    const { coopId, coopQueueId, institutions } = libraries;
    await sql
      .insertInto('coopInstitutions')
      .values({ coopId, institutionId: institutions.eastvale })
      .execute();
    const accountId = libraries.eve;
    await makeMember(sql, { coopId, accountId, level: 'regular', optedInto: [] });
    house.parts.bus.publish('operator', { accountId });
    expect(await eve.next('told')).toMatchObject({ what: 'coop_joined', name: 'Night Owls' });
    await eve.until((frame) =>
      frame.t === 'desk' && frame.desk.queues.some(({ id }) => id === coopQueueId)
        ? frame
        : undefined,
    );
  });
});
