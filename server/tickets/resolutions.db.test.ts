import { beforeEach, describe, expect, test } from 'vitest';
import { changeTicket } from '#protocol/tickets.ts';
import { openEndedChat } from '../../test/ended-chat.ts';
import { claim } from '../../test/talk.ts';

const { house, sql, libraries, chat, end, resolve, ...here } = await openEndedChat();
const { asSadie, asAda, asHana, asEve } = here;
const { ticketsOf, eventsAs, resolutionAs, answeredFromElsewhere } = here;

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
