import { describe, expect, test } from 'vitest';
import { TRANSFER_SECONDS } from '#protocol/limits.ts';
import { makeMember, setLimit } from '../../../test/factories.ts';
import { ask, claim, close, heardEvents, say } from '../../../test/talk.ts';
import { openTransfers } from '../../../test/transfers.ts';
import { newId } from '../../platform/ids.ts';

const transfers = await openTransfers();
const { house, sql, clock, as, chat, patron, widgetId } = transfers;
const { coopId, sadie, omar, noor, hana, eve, ines } = transfers;
const { passes, accepts, declines, patronEnds, reads, leaves } = transfers;
const { follows, isTold, patronIsTold, standsOn, placeOn, facts, coopsOfChat } = transfers;

describe('to a colleague', () => {
  test('it stays with the sender until it is accepted, and then is the colleague’s', async () => {
    expect(await passes('sadie', { accountId: omar, note: 'Wants a map.' })).toMatchObject({
      status: 200,
      body: { ownerId: sadie, transfer: { toId: omar, fromId: sadie, note: 'Wants a map.' } },
    });
    await standsOn('omar', 'passed');
    expect(await facts()).toMatchObject({ ownerId: sadie });
    await say(house, chat().chatId, as.sadie, 'A colleague will know.');

    expect(await accepts('omar')).toMatchObject({
      status: 200,
      body: { ownerId: omar, transfer: null },
    });
    expect(await accepts('omar')).toMatchObject({ status: 200 });
    await standsOn('omar', 'mine');
    const answered = await sql
      .selectFrom('answerings')
      .select('accountId')
      .where('chatId', '=', chat().chatId)
      .execute();
    expect(new Set(answered.map(({ accountId }) => accountId))).toEqual(new Set([sadie, omar]));
    const heard = await patronIsTold(
      (event) => event.kind === 'claimed' && event.by.name === 'omar',
    );
    expect(heard).not.toHaveProperty('from');
  });

  test('whom nobody asked hears nothing of it, and the patron neither', async () => {
    await passes('sadie', { accountId: omar, note: 'Wants a map.' });
    await standsOn('omar', 'passed');
    await follows('omar');
    expect((await reads('omar')).status).toBe(200);
    for (const stranger of ['eve', 'hana', 'ines'] as const) {
      expect((await reads(stranger)).status).toBe(404);
      expect(await accepts(stranger)).toMatchObject({ status: 404 });
      expect(await declines(stranger)).toMatchObject({ status: 404 });
      expect(await placeOn(stranger)).toBeUndefined();
    }
    await patron().settle();
    expect(JSON.stringify(patron().frames)).not.toContain('map');
    expect(heardEvents(patron(), chat().chatId).map(({ kind }) => kind)).toEqual([
      'opened',
      'message',
      'claimed',
    ]);
  });

  test('declined, it stays, the sender is told, and who was asked reads it no more', async () => {
    await follows('sadie');
    await passes('sadie', { accountId: hana });
    expect((await reads('hana')).status).toBe(200);
    expect(await declines('hana')).toMatchObject({ status: 204 });
    const told = await isTold('sadie', 'transfer_declined');
    expect(told).toMatchObject({ reason: 'declined', to: { accountId: hana } });
    expect((await reads('hana')).status).toBe(404);
    expect(await accepts('hana')).toMatchObject({ status: 404 });
    expect(await facts()).toMatchObject({ ownerId: sadie });
  });

  test('unanswered for a minute, it stays, and not a second earlier', async () => {
    await follows('sadie');
    await passes('sadie', { accountId: omar });
    await house.passes(TRANSFER_SECONDS - 1);
    expect((await reads('sadie')).body).toMatchObject({ transfer: { toId: omar } });
    await house.passes(1);
    expect((await reads('sadie')).body).toMatchObject({ transfer: null, ownerId: sadie });
    const told = await isTold('sadie', 'transfer_declined');
    expect(told).toMatchObject({ reason: 'unanswered' });
    expect(await accepts('omar')).toMatchObject({ status: 409 });
  });

  test('who loses the level that let them answer is asked no more, and reads no more', async () => {
    await passes('sadie', { accountId: hana });
    expect((await reads('hana')).status).toBe(200);
    const memberships = sql.deleteFrom('coopMemberships').where('accountId', '=', hana);
    await memberships.execute();
    await house.passes(1);
    const { status } = await reads('hana');
    await makeMember(sql, { coopId, accountId: hana, level: 'regular', optedInto: [] });
    expect(status).toBe(404);
    expect((await reads('sadie')).body).toMatchObject({ transfer: null, ownerId: sadie });
  });

  test('who leaves the desk can’t be waited for', async () => {
    await passes('sadie', { accountId: omar });
    await leaves('omar');
    expect((await reads('sadie')).body).toMatchObject({ transfer: null, ownerId: sadie });
  });

  test('who is not at the desk any more can’t take it', async () => {
    await passes('sadie', { accountId: omar });
    // No page says that it is still there.
    clock.advance(TRANSFER_SECONDS - 1);
    expect(await accepts('omar')).toMatchObject({ status: 409 });
    expect(await facts()).toMatchObject({ ownerId: sadie });
  });

  test('it is taken back, and offered to another', async () => {
    await passes('sadie', { accountId: omar });
    expect(await passes('sadie', { accountId: hana })).toMatchObject({ code: 'conflict' });
    expect(await declines('sadie')).toMatchObject({ status: 204 });
    expect(await passes('sadie', { accountId: hana })).toMatchObject({ status: 200 });
    expect(await accepts('omar')).toMatchObject({ status: 409 });
    expect(await accepts('hana')).toMatchObject({ status: 200 });
  });

  test('of another library, it goes through the co-op, with the home library’s introduction', async () => {
    await passes('sadie', { accountId: hana });
    expect(await coopsOfChat()).toEqual([]);
    await accepts('hana');
    expect(await coopsOfChat()).toEqual([{ coopId, through: true }]);
    const heard = await patronIsTold(
      (event) => event.kind === 'claimed' && event.by.name === 'hana',
    );
    expect(heard).toHaveProperty('introduction', 'A librarian of a partner library answers.');
  });

  test('nobody gets more chats than their limit, at the asking or at the answer', async () => {
    const other = await ask(house, widgetId, 'And the globe?');
    await setLimit(sql, omar, 1);
    await passes('sadie', { accountId: omar });
    await claim(house, other.chatId, as.omar);
    expect(await accepts('omar')).toMatchObject({ code: 'at_limit' });
    await declines('omar');
    expect(await passes('sadie', { accountId: omar })).toMatchObject({ code: 'conflict' });
    await close(house, other.chatId, other.patron);
    await setLimit(sql, omar, 50);
  });

  test.each([
    ['oneself', sadie],
    ['a stranger', eve],
    ['a partner without a level', ines],
    ['nobody', newId()],
  ])('not to %s', async (_, accountId) => {
    expect(await passes('sadie', { accountId })).toMatchObject({
      status: 422,
      code: 'breaks_rule',
    });
    expect(await facts()).toMatchObject({ ownerId: sadie });
  });

  test('not to who is not at the desk', async () => {
    await leaves('omar');
    expect(await passes('sadie', { accountId: omar })).toMatchObject({ code: 'breaks_rule' });
  });

  test('only one’s own chat', async () => {
    expect(await passes('omar', { accountId: noor })).toMatchObject({ status: 403 });
    expect(await passes('eve', { accountId: noor })).toMatchObject({ status: 404 });
  });

  test('the same client id twice is one offer', async () => {
    const clientId = newId();
    const twice = () => passes('sadie', { accountId: omar }, clientId);
    expect(await twice()).toMatchObject({ status: 200 });
    await declines('omar');
    expect(await twice()).toMatchObject({ status: 200, body: { transfer: null } });
  });

  test('a chat that is closed meanwhile can’t be accepted', async () => {
    await passes('sadie', { accountId: omar });
    await patronEnds();
    await house.passes(1);
    expect((await accepts('omar')).status).toBe(409);
    expect(await sql.selectFrom('transfers').selectAll().execute()).toEqual([]);
  });
});
