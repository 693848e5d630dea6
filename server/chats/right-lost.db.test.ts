import { describe, expect, onTestFinished, test } from 'vitest';
import { signOut } from '#protocol/accounts.ts';
import { readChat, readEvents } from '#protocol/chats.ts';
import { openFollowedChat, QUESTION } from '../../test/followed-chat.ts';
import { databaseRests } from '../../test/hints.ts';
import { LOCAL_SECONDS } from '../../test/libraries.ts';
import { claim, follow, post, refused, release } from '../../test/talk.ts';

const { clock, house, sql, libraries, chat, asSadie, pages, ...here } = await openFollowedChat();
const { afterAnother, textsHeard, standsOn, unassign } = here;
const { bus } = house.parts;

describe('who follows a chat and loses the right to it hears no more of it', () => {
  test('by the end of the assignment to its queue', async () => {
    await unassign(libraries.omar);
    const before = pages.omar.frames.length;
    bus.publish('operator', { accountId: libraries.omar });
    expect(await pages.omar.next('refused', before)).toMatchObject({
      chatId: chat.chatId,
      code: 'not_found',
    });
    await afterAnother(pages.omar, 'Just us now');
    expect(textsHeard(pages.omar)).toEqual([QUESTION]);
    expect(textsHeard(pages.sadie)).toContain('Just us now');
  });

  test('by another’s claim, at a library whose operators see their own chats alone', async () => {
    const setSight = async (operatorsSee: 'own' | 'queues') => {
      await sql
        .updateTable('institutions')
        .set({ operatorsSee })
        .where('id', '=', libraries.institutions.northfield)
        .execute();
    };
    onTestFinished(() => setSight('queues'));
    await setSight('own');
    bus.publish('operator', { accountId: libraries.omar });
    const before = pages.omar.frames.length;
    await claim(house, chat.chatId, asSadie);
    await pages.omar.next('refused', before);
    await afterAnother(pages.omar, 'For Sadie');
    expect(textsHeard(pages.omar)).toEqual([QUESTION]);
  });

  test('by another’s claim, at a partner library', async () => {
    const hana = await house.desk(await house.staff(libraries.hana));
    await house.passes(LOCAL_SECONDS);
    await follow(hana, chat.chatId);
    const before = hana.frames.length;
    await standsOn(hana);
    await claim(house, chat.chatId, asSadie);
    await hana.next('refused', before);
    await afterAnother(hana, 'To Northfield');
    expect(await hana.next('gone')).toMatchObject({ claimedBy: 'sadie · northfield library' });
    expect(textsHeard(hana)).toEqual([QUESTION]);
    await hana.close();
  });

  test('with chat access: the socket ends with 4403', async () => {
    const setAccess = async (chatAccess: boolean) => {
      const ofOmar = sql.updateTable('accounts').where('id', '=', libraries.omar);
      await ofOmar.set({ chatAccess }).execute();
      bus.publish('operator', { accountId: libraries.omar });
    };
    onTestFinished(() => setAccess(true));
    await setAccess(false);
    expect(await pages.omar.closed).toMatchObject({ code: 4403 });
  });

  test('by signing out: every socket of the session ends with 4401', async () => {
    const input = { params: undefined, query: undefined, body: undefined };
    const second = await house.desk(asSadie);
    await house.call(signOut, input, asSadie);
    expect(await pages.sadie.closed).toMatchObject({ code: 4401 });
    expect(await second.closed).toMatchObject({ code: 4401 });
  });

  test('by a session that ended where nobody told of it: the socket ends with 4401 within the minute', async () => {
    await sql.deleteFrom('sessions').where('accountId', '=', libraries.sadie).execute();
    await house.looksAtClock();
    expect(await pages.sadie.closed).toMatchObject({ code: 4401 });
  });

  test('when the account is deleted: the socket ends with 4401', async () => {
    const setDeleted = async (deletedAt: Date | null) => {
      const ofOmar = sql.updateTable('accounts').where('id', '=', libraries.omar);
      await ofOmar.set({ deletedAt }).execute();
      bus.publish('operator', { accountId: libraries.omar });
    };
    onTestFinished(() => setDeleted(null));
    await setDeleted(clock.now());
    expect(await pages.omar.closed).toMatchObject({ code: 4401 });
  });

  test('when the session runs out under a page that is still open: the socket ends with 4401', async () => {
    const expiresAt = new Date(clock.now().getTime() + 10_000);
    await sql
      .updateTable('sessions')
      .set({ expiresAt })
      .where('accountId', '=', libraries.sadie)
      .execute();
    await house.passes(9);
    await afterAnother(pages.sadie, 'Still in time');
    await house.passes(1);
    expect(await pages.sadie.closed).toMatchObject({ code: 4401 });
    expect(textsHeard(pages.sadie)).toContain('Still in time');
  });

  test('while it waits for the next event over HTTP', async () => {
    const asOmar = await house.staff(libraries.omar);
    const input = {
      params: { chatId: chat.chatId },
      query: { after: 2, wait: 20 },
      body: undefined,
    };
    const waiting = house.call(readEvents, input, asOmar);
    // Begun after it: an answer tells that the first has begun to look.
    await house.call(readChat, { ...input, query: undefined }, asOmar);
    await databaseRests(house);
    await unassign(libraries.omar);
    await afterAnother(pages.ada, 'After the end');
    const answer = await waiting;
    expect(answer).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('by signing out, while a page of HTTP waits for what comes next', async () => {
    const caller = await house.staff(libraries.ada);
    const params = { chatId: chat.chatId };
    const query = { after: 2, wait: 20 };
    const waiting = house.call(readEvents, { params, query, body: undefined }, caller);
    await house.call(readChat, { params, query: undefined, body: undefined }, caller);
    await databaseRests(house);
    await house.call(signOut, { params: undefined, query: undefined, body: undefined }, caller);
    pages.patron.send(post(chat.chatId, 'After the end'));
    expect(await waiting).toMatchObject({ status: 401, code: 'not_signed_in' });
  });

  test('but not who has answered it: a former operator reads it for good', async () => {
    await claim(house, chat.chatId, asSadie);
    await release(house, chat.chatId, asSadie);
    await unassign(libraries.sadie);
    bus.publish('operator', { accountId: libraries.sadie });
    await afterAnother(pages.sadie, 'Still with me?');
    expect(textsHeard(pages.sadie)).toContain('Still with me?');
    const message = post(chat.chatId, 'I am');
    pages.sadie.send(message);
    expect(await refused(pages.sadie, message)).toMatchObject({ code: 'may_not' });
  });
});
