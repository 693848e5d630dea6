import { beforeEach, describe, expect, test } from 'vitest';
import { deleteAccounts } from '#protocol/many-accounts.ts';
import {
  changeTicket,
  leaveQuestion,
  listTicketEntries,
  listTickets,
  readTicket,
} from '#protocol/tickets.ts';
import { NOBODY, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { newId } from '../platform/ids.ts';
import { freeTickets } from './index.ts';

const { house, sql } = await testHouse({});
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);
const asAda = await house.staff(libraries.ada);

const at = (ticketId: string) => ({ params: { ticketId }, query: undefined, body: undefined });
const read = async (ticketId: string) => (await house.call(readTicket, at(ticketId), asSadie)).body;
const give = (ticketId: string, body: object) =>
  house.call(changeTicket, { ...at(ticketId), body }, asSadie);

async function leave(): Promise<string> {
  const body = { clientId: newId(), question: 'May I?', email: 'sam@patron.example' };
  const input = { params: { widgetId: libraries.widgetId }, query: undefined, body };
  return (await house.call(leaveQuestion, input, NOBODY)).body.ticketId;
}

async function entries(ticketId: string) {
  const input = { ...at(ticketId), query: {} };
  return (await house.call(listTicketEntries, input, asSadie)).body.items;
}

const alter = (accountId: string, to: { chatAccess?: boolean; deletedAt?: Date | null }) =>
  sql.updateTable('accounts').set(to).where('id', '=', accountId).execute();

let ticketId: string;
beforeEach(async () => {
  ticketId = await leave();
});

describe('a ticket is nobody’s again, and says so', () => {
  test('when its owner is deleted; what they had closed keeps their name', async () => {
    const closed = await leave();
    await give(ticketId, { ownerId: libraries.omar });
    await give(closed, { ownerId: libraries.omar, state: 'closed' });
    const { lastSeq } = await read(ticketId);
    const input = { params: undefined, query: undefined, body: { accountIds: [libraries.omar] } };
    expect(await house.call(deleteAccounts, input as never, asAda)).toMatchObject({ status: 200 });

    await freeTickets(house.parts);
    expect(await read(ticketId)).toMatchObject({ ownerId: null, state: 'open' });
    expect((await entries(ticketId)).slice(lastSeq)).toMatchObject([
      { kind: 'owner', by: null, from: { name: 'omar' }, to: null },
    ]);
    expect(await read(closed)).toMatchObject({ ownerName: 'omar' });
    const query = { owner: 'none', state: 'open' };
    const list = await house.call(
      listTickets,
      { params: undefined, query, body: undefined } as never,
      asSadie,
    );
    expect(list.body.items.map(({ id }) => id)).toEqual([ticketId]);

    await freeTickets(house.parts);
    expect(await read(ticketId)).toMatchObject({ lastSeq: lastSeq + 1 });
    await alter(libraries.omar, { deletedAt: null });
  });

  test('when its owner has no chat access any more', async () => {
    await give(ticketId, { ownerId: libraries.noor });
    await alter(libraries.noor, { chatAccess: false });
    await freeTickets(house.parts);
    expect(await read(ticketId)).toMatchObject({ ownerId: null });
    await alter(libraries.noor, { chatAccess: true });
  });

  test('when a co-op holds its owner’s library and its own together no more', async () => {
    const isOwner = { ownerId: libraries.hana };
    await sql.updateTable('tickets').set(isOwner).where('id', '=', ticketId).execute();
    await freeTickets(house.parts);
    expect(await read(ticketId)).toMatchObject(isOwner);
    await sql.deleteFrom('coopMemberships').where('accountId', '=', libraries.hana).execute();
    await freeTickets(house.parts);
    expect(await read(ticketId)).toMatchObject({ ownerId: null });
  });
});

test.each(['sadie', 'ada', 'olga'] as const)('what is %s’s stays theirs', async (name) => {
  const ownerId = libraries[name];
  await sql.updateTable('tickets').set({ ownerId }).where('id', '=', ticketId).execute();
  await freeTickets(house.parts);
  expect(await read(ticketId)).toMatchObject({ ownerId });
});
