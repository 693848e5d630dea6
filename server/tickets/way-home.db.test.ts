import { beforeEach, describe, expect, test } from 'vitest';
import type { Resolution } from '#protocol/events.ts';
import { addTicketNote, changeTicket, readTicketChat } from '#protocol/tickets.ts';
import { openEndedChat, QUESTION } from '../../test/ended-chat.ts';
import { claim, close, say } from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';
import { wayHome } from './index.ts';

const { house, clock, sql, libraries, chat, end, resolve, ...here } = await openEndedChat();
const { asSadie, asNoor, asAda, asHana, asEve } = here;
const { ticketsOf, entriesOf, eventsAs, resolutionAs, answeredFromElsewhere } = here;

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
