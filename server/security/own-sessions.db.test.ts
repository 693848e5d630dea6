import { describe, expect, test } from 'vitest';
import { endSession, listSessions } from '#protocol/security.ts';
import { OLD, openAccountSecurity } from '../../test/account-security.ts';
import { type Caller, NOTHING } from '../../test/house.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';

const { house, clock, sql, people, as, statusOf } = await openAccountSecurity();

describe('one’s own sessions', () => {
  async function list(caller: Caller) {
    return (await house.call(listSessions, NOTHING, caller)).body.items;
  }

  test('are listed with device, place and when they were last seen; nobody else’s', async () => {
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      remoteAddress: '192.0.2.77',
      headers: {
        origin: PUBLIC_URL,
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      },
      payload: { username: 'sadie', password: OLD },
    });
    expect(answer.statusCode).toBe(201);
    const sessions = await list(as.sadie);
    expect(sessions).toHaveLength(2);
    expect(sessions).toContainEqual(
      expect.objectContaining({
        device: 'Firefox on Linux',
        address: '192.0.2.77',
        current: false,
      }),
    );
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
  });

  test('are seen to the minute', async () => {
    const [before] = await list(as.sadie);
    clock.advance(59);
    expect((await list(as.sadie))[0]?.lastSeenAt).toBe(before?.lastSeenAt);
    clock.advance(1);
    expect((await list(as.sadie))[0]?.lastSeenAt).toBe(clock.now().toISOString());
  });

  test('at an open desk is seen although it asks for nothing', async () => {
    await house.desk(as.sadie);
    clock.advance(120);
    await house.looksAtClock();
    const { lastSeenAt } = await sql
      .selectFrom('sessions')
      .select('lastSeenAt')
      .where('accountId', '=', people.sadie)
      .executeTakeFirstOrThrow();
    expect(lastSeenAt).toEqual(clock.now());
  });

  test('are ended from afar; a stranger’s are not found', async () => {
    const elsewhere = await house.staff(people.sadie);
    const desk = await house.desk(elsewhere);
    const other = (await list(as.sadie)).find(({ current }) => !current);
    const input = { ...NOTHING, params: { sessionId: other?.id ?? '' } };
    expect((await house.call(endSession, input, as.eve)).status).toBe(404);
    expect((await house.call(endSession, input, as.sadie)).status).toBe(204);
    expect(await desk.closed).toMatchObject({ code: 4401 });
    expect((await house.call(endSession, input, as.sadie)).status).toBe(404);
    expect([await statusOf(elsewhere), await statusOf(as.sadie)]).toEqual([401, 200]);
  });
});
