import { describe, expect, test } from 'vitest';
import { addTicketNote, leaveQuestion, listTickets } from '#protocol/tickets.ts';
import { NOBODY, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { newId } from '../platform/ids.ts';

const { house, clock, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);
const asEve = await house.staff(libraries.eve);

async function leave(question: string, asked: { name?: string; email?: string } = {}) {
  clock.advance(1);
  const body = { clientId: newId(), question, ...asked };
  const input = { params: { widgetId: libraries.widgetId }, query: undefined, body };
  return (await house.call(leaveQuestion, input, NOBODY)).body.ticketId;
}

async function find(q: string, caller = asSadie, limit = 50) {
  const input = { params: undefined, query: { q, limit }, body: undefined };
  return (await house.call(listTickets, input, caller)).body;
}
const found = async (q: string, caller = asSadie) =>
  (await find(q, caller)).items.map(({ id }) => id);

const maps = await leave('Où est l’atlas de la bibliothèque d’Orléans? Cote M 1850/3.', {
  name: 'Amélie Durand',
  email: 'amelie.d@lecteurs.example',
});
await house.call(
  addTicketNote,
  {
    params: { ticketId: maps },
    query: undefined,
    body: { clientId: newId(), text: 'Ask the east wing; the late fee is paid.' },
  },
  asSadie,
);

describe('a ticket is found by', () => {
  test.each([
    ['a word of the question', 'atlas'],
    ['the beginning of one, as it is typed', 'a'],
    ['words without their accents, and the other way round', 'bibliotheque ÀTLAS'],
    ['a word behind an apostrophe', 'orleans'],
    ['the name', 'amelie dur'],
    ['the address, whole or in part', 'amelie.d@lecteurs.example'],
    ['a part of the address', 'lecteurs'],
    ['a call number', '1850/3'],
    ['a note', 'east wing'],
    ['words of the question and of a note', 'atlas fee'],
    ['words in order', '"late fee"'],
    ['what it has, without what it has not', 'atlas -zebra'],
  ])('%s', async (_by, q) => {
    expect(await found(q)).toEqual([maps]);
  });

  test('its number', async () => {
    const [ticket] = (await find('atlas')).items;
    expect(await found(`#${ticket?.number}`)).toEqual([maps]);
    expect(await found(`${ticket?.number}`)).toEqual([maps]);
  });

  test.each([
    ['the end of a word', 'tlas'],
    ['a sign in place of letters', 'a%s'],
    ['words out of order', '"fee late"'],
    ['one word of two', 'atlas zebra'],
    ['what it has been asked to be without', 'atlas -paid'],
    ['signs alone', '-- "" *'],
  ])('%s: not', async (_by, q) => {
    expect(await found(q)).toEqual([]);
  });

  test('nobody who may not handle it', async () => {
    expect(await found('atlas', asEve)).toEqual([]);
  });
});

test('what was taken out of a ticket finds it no more', async () => {
  const id = await leave('My card number is 12345678, by the way');
  expect(await found('12345678')).toEqual([id]);
  await sql
    .updateTable('tickets')
    .set({ question: 'My card number is […], by the way' })
    .where('id', '=', id)
    .execute();
  expect(await found('12345678')).toEqual([]);
  expect(await found('card')).toEqual([id]);
});

test('a long mail is taken, whatever it is made of', async () => {
  const id = await leave('A long story');
  const words = Array.from({ length: 300_000 }, (_, n) => n.toString(36)).join(' ');
  const entry = { ticketId: id, kind: 'mail', actorId: null, clientId: null, text: words } as const;
  await sql
    .insertInto('ticketEntries')
    .values(Array.from({ length: 12 }, (_, n) => ({ ...entry, seq: n + 1, at: clock.now() })))
    .execute();
  expect(await found('long story')).toEqual([id]);
});

test('what few tickets have is found behind many that have it not, page by page, the latest first', async () => {
  const old = [await leave('A quokka was here'), await leave('And a quokka again')];
  await sql
    .insertInto('tickets')
    .values(
      Array.from({ length: 700 }, () => ({
        id: newId(),
        clientId: newId(),
        widgetId: libraries.widgetId,
        institutionId: libraries.institutions.northfield,
        chatId: null,
        state: 'closed' as const,
        question: 'When do you open?',
        name: null,
        email: null,
        pageUrl: null,
        pageTitle: null,
        createdAt: clock.now(),
        updatedAt: new Date(clock.now().getTime() + 60_000),
      })),
    )
    .execute();
  expect(await found('quok')).toEqual(old.toReversed());
  const first = await find('quokka', asSadie, 1);
  expect(first.items.map(({ id }) => id)).toEqual([old[1]]);
  const input = { params: undefined, query: { q: 'quokka', cursor: first.nextCursor ?? '' } };
  const second = await house.call(listTickets, { ...input, body: undefined } as never, asSadie);
  expect(second.body).toMatchObject({ items: [{ id: old[0] }], nextCursor: null });
  expect(await found('open')).toHaveLength(50);
});
