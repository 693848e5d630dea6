import { describe, expect, test } from 'vitest';
import { assign, setLimit } from '../../../test/factories.ts';
import { ask, claim, close } from '../../../test/talk.ts';
import { openTransfers } from '../../../test/transfers.ts';
import { newId } from '../../platform/ids.ts';

const transfers = await openTransfers();
const { house, sql, clock, as, desks, institutions, widgetId } = transfers;
const { coopId, queueId, coopQueueId, harbourQueueId, strangeQueueId, omar, noor, hana } =
  transfers;
const { passes, claims, releases, reads, leaves, asksForTargets } = transfers;
const { patronIsTold, standsOn, placeOn, facts, coopsOfChat } = transfers;

describe('to a queue or a co-op', () => {
  test('it waits there, and there alone, with its history', async () => {
    expect(await passes('sadie', { coopId, note: 'In Harbour’s catalogue?' })).toMatchObject({
      status: 200,
      body: { state: 'waiting', ownerId: null, coopName: 'Night Owls', queueName: 'Night desk' },
    });
    await standsOn('hana', 'waiting');
    await desks.omar.settle();
    expect(await placeOn('omar')).toBeUndefined();
    expect(await claims('omar')).toMatchObject({ status: 404 });
    expect(await coopsOfChat()).toEqual([{ coopId, through: true }]);
    const heard = await patronIsTold(({ kind }) => kind === 'returned');
    expect(heard).toMatchObject({ reason: 'passed_on', operatorName: 'sadie' });
    expect(Object.keys(heard)).not.toContain('note');
    expect(Object.keys(heard)).not.toContain('queue');
    expect(await claims('hana')).toMatchObject({ status: 200 });
  });

  test('it stays there when whoever claims it gives it back', async () => {
    await passes('sadie', { coopId });
    await claims('hana');
    await releases('hana');
    await house.passes(1);
    expect(await facts()).toMatchObject({
      state: 'waiting',
      chain: [{ queueIds: [coopQueueId], waitSeconds: 0 }],
    });
    expect(await claims('omar')).toMatchObject({ status: 404 });
  });

  test('it is referred home by who answers for another library', async () => {
    await passes('sadie', { coopId });
    await claims('hana');
    expect(await passes('hana', { queueId })).toMatchObject({
      status: 200,
      body: { queueId, coopName: null, state: 'waiting' },
    });
    await standsOn('omar', 'waiting');
    expect(await claims('omar')).toMatchObject({ status: 200 });
  });

  test.each([
    ['a queue of a stranger', { queueId: strangeQueueId }],
    ['a queue of a partner, whose staff need no level', { queueId: harbourQueueId }],
    ['a co-op that is none', { coopId: newId() }],
  ])('not to %s', async (_, target) => {
    expect(await passes('sadie', target)).toMatchObject({ status: 422, code: 'breaks_rule' });
  });

  test('not by who has no level in the co-op', async () => {
    await releases('sadie');
    await assign(sql, { queueId, accountId: noor, optedIn: true });
    await claims('noor');
    expect(await passes('noor', { coopId })).toMatchObject({ code: 'breaks_rule' });
    expect(await passes('noor', { queueId: coopQueueId })).toMatchObject({ code: 'breaks_rule' });
    await sql.deleteFrom('assignments').where('accountId', '=', noor).execute();
  });

  test('not to a co-op outside of its coverage', async () => {
    const never = { timeZone: 'UTC', week: [[], [], [], [], [], [], []], holidays: [] };
    const cover = (coverage: string | null) =>
      sql
        .updateTable('coopInstitutions')
        .set({ coverage })
        .where('institutionId', '=', institutions.northfield)
        .execute();
    await cover(JSON.stringify(never));
    expect(await passes('sadie', { coopId })).toMatchObject({ code: 'breaks_rule' });
    expect(await passes('sadie', { queueId: coopQueueId })).toMatchObject({ code: 'breaks_rule' });
    await cover(null);
  });

  test('with nobody there, the patron is offered the form at once', async () => {
    await leaves('hana');
    await passes('sadie', { coopId });
    await house.passes(1);
    expect((await reads('sadie')).body).toMatchObject({ formOffered: true });
  });

  test('when the place is gone, the library’s own chain is the way back', async () => {
    await passes('sadie', { coopId });
    await sql.updateTable('coops').set({ deletedAt: clock.now() }).execute();
    await house.passes(1);
    await standsOn('omar', 'waiting');
    expect(await placeOn('hana')).toBeUndefined();
    await sql.updateTable('coops').set({ deletedAt: null }).execute();
  });
});

describe('whom a chat may go to', () => {
  test('is told to its operator, people with room and queues with somebody first', async () => {
    await setLimit(sql, omar, 1);
    const other = await ask(house, widgetId, 'And the globe?');
    await claim(house, other.chatId, as.omar);
    const { body } = await asksForTargets('sadie');
    // Noor is of the library, Hana in the co-op; Eve is a stranger, and Ines has no level.
    expect(body.people.map(({ accountId }) => accountId)).toEqual([hana, noor, omar]);
    expect(body.people.at(-1)).toMatchObject({ openChats: 1, maxChats: 1, state: 'available' });
    expect(body.queues.map((queue) => [queue.queueId, queue.isOnline])).toEqual([
      [coopQueueId, true],
      [queueId, true],
    ]);
    expect(body.coops).toEqual([{ coopId, name: 'Night Owls', isOnline: true, isCovered: true }]);
    await close(house, other.chatId, other.patron);
    await setLimit(sql, omar, 50);
  });

  test('to nobody else', async () => {
    expect(await asksForTargets('omar')).toMatchObject({ status: 403 });
    expect(await asksForTargets('eve')).toMatchObject({ status: 404 });
  });
});
