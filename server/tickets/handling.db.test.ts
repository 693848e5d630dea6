import { beforeEach, describe, expect, test } from 'vitest';
import { listAudit } from '#protocol/audit.ts';
import {
  changeTicket,
  leaveQuestion,
  listAssignees,
  listTicketEntries,
  listTickets,
  mergeTicket,
  readTicket,
  replyToTicket,
  unmergeTicket,
} from '#protocol/tickets.ts';
import { type Caller, NOBODY, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { newId } from '../platform/ids.ts';

const { house, clock, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);
const asOmar = await house.staff(libraries.omar);
const asAda = await house.staff(libraries.ada);
const asHana = await house.staff(libraries.hana);
const asEve = await house.staff(libraries.eve);
const asOlga = await house.staff(libraries.olga);

const at = (ticketId: string) => ({ params: { ticketId }, query: undefined, body: undefined });

async function leave(question = 'May I bring my dog?', name = 'Sam'): Promise<string> {
  clock.advance(1);
  const body = { clientId: newId(), question, name, email: 'sam@patron.example' };
  const input = { params: { widgetId: libraries.widgetId }, query: undefined, body };
  return (await house.call(leaveQuestion, input, NOBODY)).body.ticketId;
}

const read = async (ticketId: string, caller = asSadie) =>
  (await house.call(readTicket, at(ticketId), caller)).body;
const change = (caller: Caller, ticketId: string, body: object) =>
  house.call(changeTicket, { ...at(ticketId), body }, caller);
const merge = (caller: Caller, ticketId: string, intoId: string) =>
  house.call(mergeTicket, { ...at(ticketId), body: { intoId } }, caller);

async function entries(ticketId: string) {
  const input = { ...at(ticketId), query: {} };
  return (await house.call(listTicketEntries, input, asSadie)).body.items;
}

async function list(caller: Caller, query: object) {
  const input = { params: undefined, query: { limit: 200, ...query }, body: undefined };
  return (await house.call(listTickets, input, caller)).body.items.map(({ id }) => id);
}

async function auditOf(ticketId: string) {
  const input = { params: undefined, query: { targetId: ticketId }, body: undefined };
  return (await house.call(listAudit, input as never, asAda)).body.items;
}

let ticketId: string;
beforeEach(async () => {
  ticketId = await leave();
});

describe('a ticket', () => {
  test('that is taken is open, and says whose it is, with a trace', async () => {
    const taken = await change(asSadie, ticketId, { ownerId: libraries.sadie });
    expect(taken.body).toMatchObject({ state: 'open', ownerName: 'sadie' });
    expect(await entries(ticketId)).toMatchObject([
      { kind: 'owner', from: null, to: { name: 'sadie' }, by: { name: 'sadie' } },
      { kind: 'state', from: 'new', to: 'open' },
    ]);
    expect(await auditOf(ticketId)).toMatchObject([
      { action: 'ticket.changed', before: { state: 'new' }, after: { state: 'open' } },
    ]);
  });

  test('that is changed to what it is leaves no trace', async () => {
    await change(asSadie, ticketId, { state: 'new', ownerId: null });
    expect(await entries(ticketId)).toEqual([]);
    expect(await auditOf(ticketId)).toEqual([]);
  });

  test('taken by two at once is the first one’s, and the second is told', async () => {
    await change(asSadie, ticketId, { ownerId: libraries.sadie, after: 0 });
    const late = await change(asOmar, ticketId, { ownerId: libraries.omar, after: 0 });
    expect(late).toMatchObject({ status: 409, code: 'conflict' });
    expect(await read(ticketId)).toMatchObject({ ownerId: libraries.sadie });
  });

  test('is not changed by who has read more entries than there can be', async () => {
    const answer = await change(asSadie, ticketId, { state: 'open', after: 2 ** 31 });
    expect(answer).toMatchObject({ status: 422, code: 'breaks_rule' });
    expect(await entries(ticketId)).toEqual([]);
  });

  test.each([
    ['somebody of another library', () => libraries.hana],
    ['nobody at all', () => newId()],
  ])('is not given to %s', async (_who, ownerId) => {
    const answer = await change(asSadie, ticketId, { ownerId: ownerId() });
    expect(answer).toMatchObject({ status: 422, code: 'breaks_rule' });
    expect(await read(ticketId)).toMatchObject({ ownerId: null, state: 'new' });
  });

  test('is given to colleagues with chat access alone', async () => {
    const input = { ...at(ticketId), query: { q: 'o' } };
    const find = async (caller: Caller) => house.call(listAssignees, input, caller);
    const names = async () => (await find(asSadie)).body.items.map(({ username }) => username);
    expect(await names()).toEqual(['noor', 'omar']);
    const setAccess = (chatAccess: boolean) =>
      sql.updateTable('accounts').set({ chatAccess }).where('id', '=', libraries.noor).execute();
    await setAccess(false);
    expect(await names()).toEqual(['omar']);
    const refused = await change(asSadie, ticketId, { ownerId: libraries.noor });
    await setAccess(true);
    expect(refused).toMatchObject({ status: 422 });
    expect(await find(asEve)).toMatchObject({ status: 404 });
  });

  test('of another library is its owner’s all the same', async () => {
    await sql
      .updateTable('tickets')
      .set({ ownerId: libraries.hana })
      .where('id', '=', ticketId)
      .execute();
    expect(await change(asHana, ticketId, { state: 'pending' })).toMatchObject({ status: 200 });
    expect(await list(asHana, { owner: 'me' })).toEqual([ticketId]);
    await change(asHana, ticketId, { ownerId: libraries.sadie });
    expect(await list(asHana, {})).toEqual([]);
    expect(await change(asHana, ticketId, { state: 'closed' })).toMatchObject({ status: 404 });
  });
});

describe('the list', () => {
  test('narrows to whose tickets they are, and finds words wherever they were said', async () => {
    const mine = await leave('Where is the Zeppelin atlas?', 'Amélie');
    await change(asSadie, mine, { ownerId: libraries.sadie });
    expect(await list(asSadie, { owner: 'me', q: 'zeppelin' })).toEqual([mine]);
    expect(await list(asOmar, { owner: libraries.sadie, q: 'zeppelin' })).toEqual([mine]);
    expect(await list(asSadie, { owner: 'none', q: 'zeppelin' })).toEqual([]);
    expect(await list(asSadie, { owner: 'none', state: 'new' })).toContain(ticketId);

    const { number, lastSeq } = await read(mine);
    const body = { clientId: newId(), text: 'It flew to Friedrichshafen.', after: lastSeq };
    await house.call(replyToTicket, { ...at(mine), body }, asSadie);
    for (const q of [
      'FRIEDRICHSHAFEN',
      'amélie atlas',
      `#${number}`,
      'sam@patron.example zeppelin',
    ])
      expect(await list(asSadie, { q })).toEqual([mine]);
    expect(await list(asSadie, { q: 'zep%lin' })).toEqual([]);
    expect(await list(asEve, { q: 'zeppelin' })).toEqual([]);
    expect(await list(asOlga, { q: 'zeppelin' })).toEqual([mine]);
  });

  test('narrows to a library for the owner of the installation', async () => {
    const { northfield, harbour } = libraries.institutions;
    expect(await list(asOlga, { institutionId: northfield })).toContain(ticketId);
    expect(await list(asOlga, { institutionId: harbour })).toEqual([]);
    expect(await list(asEve, { institutionId: northfield })).toEqual([]);
  });

  test('shows first where something happened last, page by page, each once', async () => {
    const later = await leave();
    clock.advance(1);
    await change(asSadie, ticketId, { state: 'pending' });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: object = { limit: 1, ...(cursor !== null && { cursor }) };
      const input = { params: undefined, query, body: undefined };
      const { body } = await house.call(listTickets, input, asSadie);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect(seen.slice(0, 2)).toEqual([ticketId, later]);
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort()).toEqual((await list(asSadie, {})).sort());
  });
});

describe('merging', () => {
  let into: string;
  beforeEach(async () => {
    into = await leave('And my cat?');
  });

  test('leaves one in the list, both with their history and a pointer to the other', async () => {
    await change(asSadie, ticketId, { state: 'pending' });
    const merged = await merge(asSadie, ticketId, into);
    const { number } = await read(into);
    expect(merged.body).toMatchObject({ mergedInto: { id: into, number } });
    expect(await list(asSadie, {})).not.toContain(ticketId);
    expect((await entries(ticketId)).map(({ kind }) => kind)).toEqual(['state', 'merged']);
    expect(await entries(into)).toMatchObject([
      { kind: 'merged', away: false, other: { id: ticketId } },
    ]);
    expect(await auditOf(ticketId)).toMatchObject([
      { action: 'ticket.merged' },
      { action: 'ticket.changed' },
    ]);
  });

  test('lets nobody answer the one that goes on elsewhere', async () => {
    await merge(asSadie, ticketId, into);
    const body = { clientId: newId(), text: 'Yes.', after: 9 };
    const answer = await house.call(replyToTicket, { ...at(ticketId), body }, asSadie);
    expect(answer).toMatchObject({ status: 409, code: 'conflict' });
    expect(await change(asSadie, ticketId, { state: 'closed' })).toMatchObject({ status: 409 });
  });

  test('is taken back', async () => {
    await merge(asSadie, ticketId, into);
    const undone = await house.call(unmergeTicket, at(ticketId), asSadie);
    expect(undone.body).toMatchObject({ mergedInto: null });
    expect(await list(asSadie, {})).toContain(ticketId);
    expect((await entries(into)).map(({ kind }) => kind)).toEqual(['merged', 'unmerged']);
    expect(await house.call(unmergeTicket, at(ticketId), asSadie)).toMatchObject({ status: 409 });
  });

  test('crosswise at once ends with one of the two', async () => {
    const answers = await Promise.all([
      merge(asSadie, ticketId, into),
      merge(asOmar, into, ticketId),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('twice is merging once', async () => {
    await merge(asSadie, ticketId, into);
    expect(await merge(asSadie, ticketId, into)).toMatchObject({ status: 200 });
    expect(await entries(into)).toHaveLength(1);
  });

  test('needs another ticket, of the same library, that is one’s own to handle', async () => {
    expect(await merge(asSadie, ticketId, ticketId)).toMatchObject({ status: 422 });
    expect(await merge(asSadie, ticketId, newId())).toMatchObject({ status: 404 });
    expect(await merge(asEve, ticketId, into)).toMatchObject({ status: 404 });
    await sql
      .updateTable('tickets')
      .set({ institutionId: libraries.institutions.harbour })
      .where('id', '=', into)
      .execute();
    expect(await merge(asSadie, ticketId, into)).toMatchObject({ status: 404 });
    expect(await merge(asOlga, ticketId, into)).toMatchObject({ status: 422 });
    expect(await read(ticketId)).toMatchObject({ mergedInto: null });
  });
});
