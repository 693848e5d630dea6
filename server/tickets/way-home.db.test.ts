import { beforeEach, describe, expect, test } from 'vitest';
import { closeChat, readChat, readEvents, type StaffChat } from '#protocol/chats.ts';
import type { ChatEvent, Resolution } from '#protocol/events.ts';
import { changeResolution } from '#protocol/resolutions.ts';
import {
  addTicketNote,
  changeTicket,
  listTicketEntries,
  listTickets,
  readTicketChat,
} from '#protocol/tickets.ts';
import { type Caller, testHouse } from '../../test/house.ts';
import { LOCAL_SECONDS, makeLibraries } from '../../test/libraries.ts';
import { ask, claim, close, type OpenedChat, say } from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';
import { wayHome } from './index.ts';

const { house, clock, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);
const asNoor = await house.staff(libraries.noor);
const asAda = await house.staff(libraries.ada);
const asHana = await house.staff(libraries.hana);
const asEve = await house.staff(libraries.eve);

const QUESTION = `Where are the maps? ${'And the atlases? '.repeat(40)}`;
let chat: OpenedChat;

beforeEach(async () => {
  chat = await ask(house, libraries.widgetId, QUESTION);
});

type Ending = { resolution?: Resolution; note?: string; email?: string };

function end(caller: Caller, ending: Ending, clientId = newId()) {
  const params = { chatId: chat.chatId };
  return house.call(closeChat, { params, query: undefined, body: { clientId, ...ending } }, caller);
}

function resolve(caller: Caller, ending: Ending & { resolution: Resolution }) {
  const params = { chatId: chat.chatId };
  return house.call(changeResolution, { params, query: undefined, body: ending }, caller);
}

async function ticketsOf(caller: Caller) {
  const query = { limit: 200 };
  const { body } = await house.call(
    listTickets,
    { params: undefined, query, body: undefined },
    caller,
  );
  return body.items.filter(({ chatId }) => chatId === chat.chatId);
}

async function entriesOf(caller: Caller, ticketId: string) {
  const input = { params: { ticketId }, query: {}, body: undefined };
  return (await house.call(listTicketEntries, input, caller)).body.items;
}

async function eventsAs(caller: Caller): Promise<ChatEvent[]> {
  const input = { params: { chatId: chat.chatId }, query: {}, body: undefined };
  return (await house.call(readEvents, input, caller)).body.events;
}

async function resolutionAs(caller: Caller) {
  const input = { params: { chatId: chat.chatId }, query: undefined, body: undefined };
  return ((await house.call(readChat, input, caller)).body as StaffChat).resolution;
}

/** Hana of Harbour answers through the co-op. */
async function answeredFromElsewhere() {
  await house.passes(LOCAL_SECONDS);
  expect(await claim(house, chat.chatId, asHana)).toMatchObject({ status: 200 });
}

describe('an operator who closes a chat', () => {
  beforeEach(() => claim(house, chat.chatId, asSadie));

  test('without a word has answered it, and leaves no ticket', async () => {
    const answer = await close(house, chat.chatId, asSadie);
    expect(answer).toMatchObject({ status: 200, body: { resolution: 'answered' } });
    expect(await ticketsOf(asSadie)).toEqual([]);
  });

  test.each<Resolution>(['answered', 'lost', 'practice'])(
    'as %s leaves no ticket',
    async (said) => {
      expect(await end(asSadie, { resolution: said })).toMatchObject({
        body: { resolution: said },
      });
      expect(await ticketsOf(asAda)).toEqual([]);
    },
  );

  test('tells the patron that it is over, and not how', async () => {
    await end(asSadie, { resolution: 'lost', note: 'Was rude.' });
    const closing = (await eventsAs(chat.patron)).at(-1);
    expect(closing).toMatchObject({ kind: 'closed', reason: 'operator' });
    expect(JSON.stringify(await eventsAs(chat.patron))).not.toContain('lost');
    expect(JSON.stringify(await eventsAs(chat.patron))).not.toContain('rude');
    expect((await eventsAs(asSadie)).slice(-2)).toMatchObject([
      { kind: 'note', text: 'Was rude.' },
      { kind: 'closed', resolution: 'lost' },
    ]);
  });

  test('cannot be spoken for by the patron', async () => {
    const answer = await end(chat.patron, { resolution: 'answered' });
    expect(answer).toMatchObject({ status: 403, code: 'may_not' });
    expect((await eventsAs(chat.patron)).map(({ kind }) => kind)).not.toContain('closed');
  });
});

describe('a follow-up by the home library', () => {
  beforeEach(answeredFromElsewhere);

  test('is a new ticket there, with the whole question, the note and the transcript', async () => {
    await say(house, chat.chatId, chat.patron, 'The ones of 1850.');
    const ending = { note: 'Needs the map room.', email: 'sam@example.org' };
    expect((await end(asHana, { resolution: 'followUpHome', ...ending })).status).toBe(200);

    const [ticket] = await ticketsOf(asNoor);
    expect(ticket).toMatchObject({
      state: 'new',
      question: QUESTION,
      email: 'sam@example.org',
      ownerId: null,
      institutionName: 'northfield library',
    });
    const id = ticket?.id ?? '';
    expect(await entriesOf(asNoor, id)).toMatchObject([
      { kind: 'note', text: 'Needs the map room.', by: { accountId: libraries.hana } },
    ]);
    // Noor staffs no queue: what she may not read as a chat, she reads as its ticket.
    const input = { params: { ticketId: id }, query: {}, body: undefined };
    const transcript = await house.call(readTicketChat, input, asNoor);
    expect(transcript.body.events.map(({ kind }) => kind)).toContain('claimed');
    expect(JSON.stringify(transcript.body.events)).toContain('The ones of 1850.');
  });

  test('is not there for those who answered from elsewhere, nor for strangers', async () => {
    await end(asHana, { resolution: 'followUpHome' });
    expect(await ticketsOf(asHana)).toEqual([]);
    expect(await ticketsOf(asEve)).toEqual([]);
    expect(await ticketsOf(asSadie)).toHaveLength(1);
  });

  test('said twice, and twice at once, is one ticket', async () => {
    const clientId = newId();
    const ending = { resolution: 'followUpHome', note: 'Once.' } as const;
    const answers = await Promise.all([
      end(asHana, ending, clientId),
      end(asHana, ending, clientId),
    ]);
    const later = await end(asHana, ending, clientId);
    expect([...answers, later].map(({ status }) => status)).toEqual([200, 200, 200]);
    const [ticket, ...others] = await ticketsOf(asSadie);
    expect(others).toEqual([]);
    expect(await entriesOf(asSadie, ticket?.id ?? '')).toHaveLength(1);
  });
});

test('a follow-up by me is my ticket at the home library, from wherever I am', async () => {
  await answeredFromElsewhere();
  await end(asHana, { resolution: 'followUpSelf' });
  const expected = { state: 'open', ownerId: libraries.hana, ownerName: 'hana' };
  expect(await ticketsOf(asHana)).toMatchObject([expected]);
  expect(await ticketsOf(asSadie)).toMatchObject([expected]);
  expect(await ticketsOf(asEve)).toEqual([]);
});

describe('a follow-up by me, said later and from elsewhere,', () => {
  beforeEach(async () => {
    await answeredFromElsewhere();
    await end(asHana, { resolution: 'followUpHome' });
  });

  test('takes the ticket that nobody has touched', async () => {
    expect(await resolve(asHana, { resolution: 'followUpSelf' })).toMatchObject({ status: 200 });
    expect(await ticketsOf(asSadie)).toMatchObject([{ ownerId: libraries.hana }]);
    await resolve(asHana, { resolution: 'followUpHome' });
    expect(await resolve(asHana, { resolution: 'followUpSelf' })).toMatchObject({ status: 200 });
  });

  test('takes no ticket in which the library has written', async () => {
    const [ticket] = await ticketsOf(asAda);
    const params = { ticketId: ticket?.id ?? '' };
    const body = { clientId: newId(), text: 'For us alone.' };
    await house.call(addTicketNote, { params, query: undefined, body }, asAda);
    const answer = await resolve(asHana, { resolution: 'followUpSelf' });
    expect(answer).toMatchObject({ status: 409, code: 'conflict' });
    expect(await ticketsOf(asHana)).toEqual([]);
  });

  test('takes nothing that somebody of the library has', async () => {
    const [ticket] = await ticketsOf(asAda);
    const params = { ticketId: ticket?.id ?? '' };
    const body = { ownerId: libraries.sadie };
    await house.call(changeTicket, { params, query: undefined, body }, asAda);
    const answer = await resolve(asHana, { resolution: 'followUpSelf' });
    expect(answer).toMatchObject({ status: 409, code: 'conflict' });
    expect(await ticketsOf(asHana)).toEqual([]);
    expect(await ticketsOf(asAda)).toMatchObject([{ ownerId: libraries.sadie }]);
    expect(await resolutionAs(asHana)).toBe('followUpHome');
  });
});

describe('what a resolution moves in a ticket is in the audit log:', () => {
  let ticketId: string;

  beforeEach(async () => {
    await answeredFromElsewhere();
    await end(asHana, { resolution: 'followUpHome' });
    const [ticket] = await ticketsOf(asAda);
    ticketId = ticket?.id ?? '';
  });

  const audited = () =>
    sql
      .selectFrom('audit')
      .select(['action', 'actorName', 'institutionId', 'before', 'after'])
      .where('targetId', '=', ticketId)
      .orderBy('id')
      .execute();
  const byHana = {
    action: 'ticket.changed',
    actorName: 'hana',
    institutionId: libraries.institutions.northfield,
  };

  test('whose it is, and that it is nobody’s again', async () => {
    expect(await audited()).toEqual([]);
    await resolve(asHana, { resolution: 'followUpSelf' });
    await resolve(asHana, { resolution: 'followUpSelf', note: 'Nothing new.' });
    await resolve(asHana, { resolution: 'followUpHome' });
    expect(await audited()).toEqual([
      { ...byHana, before: { owner: null }, after: { owner: 'hana' } },
      { ...byHana, before: { owner: 'hana' }, after: { owner: null } },
    ]);
  });

  test('that it has an address now, which is not told, and which no other replaces', async () => {
    for (const email of ['sam@example.org', 'mallory@example.org'])
      await resolve(asHana, { resolution: 'followUpHome', email });
    expect(await ticketsOf(asAda)).toMatchObject([{ email: 'sam@example.org' }]);
    expect(await audited()).toEqual([
      { ...byHana, before: { email: false }, after: { email: true } },
    ]);
  });

  test('that it is open again', async () => {
    const input = { params: { ticketId }, query: undefined, body: { state: 'closed' } as const };
    await house.call(changeTicket, input, asAda);
    await resolve(asSadie, { resolution: 'followUpHome' });
    expect((await audited()).at(-1)).toMatchObject({
      actorName: 'sadie',
      before: { state: 'closed' },
      after: { state: 'open' },
    });
  });

  test('and nothing is moved that can’t be written there', async () => {
    await sql.schema.alterTable('audit').renameTo('audit_away').execute();
    try {
      const answer = await resolve(asHana, { resolution: 'followUpSelf' });
      expect(answer.status).toBe(500);
    } finally {
      await sql.schema.alterTable('audit_away').renameTo('audit').execute();
    }
    expect(await ticketsOf(asAda)).toMatchObject([{ ownerId: null }]);
    expect(await resolutionAs(asHana)).toBe('followUpHome');
  });
});

describe('a resolution', () => {
  test('may be said where the patron ended the chat', async () => {
    await claim(house, chat.chatId, asSadie);
    await end(chat.patron, {});
    expect(await resolutionAs(asSadie)).toBeNull();
    expect(await resolve(asSadie, { resolution: 'lost' })).toMatchObject({ status: 200 });
    expect(await resolutionAs(asAda)).toBe('lost');
    expect((await eventsAs(chat.patron)).at(-1)).toMatchObject({
      kind: 'closed',
      reason: 'patron',
    });
  });

  test('that changes leaves who, from and to, and its ticket is kept', async () => {
    await answeredFromElsewhere();
    await end(asHana, { resolution: 'followUpHome' });
    await resolve(asAda, { resolution: 'answered', note: 'Rang them up.' });
    expect((await eventsAs(asAda)).slice(-2)).toMatchObject([
      { kind: 'note', text: 'Rang them up.', by: { accountId: libraries.ada } },
      { kind: 'resolved', from: 'followUpHome', to: 'answered', by: { accountId: libraries.ada } },
    ]);
    expect(await ticketsOf(asAda)).toHaveLength(1);
  });

  test('that becomes a follow-up later makes the ticket, once', async () => {
    await claim(house, chat.chatId, asSadie);
    await end(asSadie, { resolution: 'answered' });
    const answers = await Promise.all([
      resolve(asSadie, { resolution: 'followUpHome' }),
      resolve(asAda, { resolution: 'followUpHome' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await ticketsOf(asSadie)).toMatchObject([{ state: 'new', ownerId: null }]);
    await resolve(asSadie, { resolution: 'followUpSelf' });
    expect(await ticketsOf(asSadie)).toMatchObject([{ ownerId: libraries.sadie }]);
    await resolve(asSadie, { resolution: 'followUpHome' });
    expect(await ticketsOf(asSadie)).toMatchObject([{ ownerId: null }]);
  });

  test('said again changes nothing', async () => {
    await claim(house, chat.chatId, asSadie);
    await end(asSadie, { resolution: 'lost' });
    const before = await eventsAs(asSadie);
    await resolve(asSadie, { resolution: 'lost' });
    expect(await eventsAs(asSadie)).toEqual(before);
  });

  test('waits for the end of the chat', async () => {
    await claim(house, chat.chatId, asSadie);
    const answer = await resolve(asSadie, { resolution: 'lost' });
    expect(answer).toMatchObject({ status: 409, code: 'conflict' });
  });

  test('is not a stranger’s to say, nor that of who lost chat access', async () => {
    await claim(house, chat.chatId, asSadie);
    await end(asSadie, {});
    expect(await resolve(asEve, { resolution: 'lost' })).toMatchObject({ status: 404 });
    const setAccess = (chatAccess: boolean) =>
      sql.updateTable('accounts').set({ chatAccess }).where('id', '=', libraries.sadie).execute();
    await setAccess(false);
    const answer = await resolve(asSadie, { resolution: 'lost' });
    await setAccess(true);
    expect(answer).toMatchObject({ status: 403, code: 'no_chat_access' });
    expect(await resolutionAs(asAda)).toBe('answered');
  });
});

test('a question that nobody is left to answer is kept once, and as the chat knows it', async () => {
  const keep = () =>
    sql.transaction().execute(async (within) => {
      const row = await within
        .selectFrom('chats')
        .selectAll()
        .where('id', '=', chat.chatId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      await wayHome.keepQuestion(within, row, clock.now());
    });
  await keep();
  await keep();
  expect(await ticketsOf(asSadie)).toMatchObject([{ state: 'new', question: QUESTION }]);
});
