import { describe, expect, test } from 'vitest';
import { readSession, signIn } from '#protocol/accounts.ts';
import { listChats } from '#protocol/chats.ts';
import { changeInstitution, listInstitutions } from '#protocol/institutions.ts';
import { changeOwnPassword } from '#protocol/passwords.ts';
import { listSessions, readSecondFactors } from '#protocol/security.ts';
import { NEW, OLD, openAccountSecurity } from '../../test/account-security.ts';
import { type Caller, NOTHING } from '../../test/house.ts';
import { PUBLIC_URL } from '../platform/http/test-app.ts';
import { newId } from '../platform/ids.ts';

const { house, people, as, givePasskey, lastAudit } = await openAccountSecurity();

describe('an institution that requires a second factor', () => {
  function require(caller: Caller, institutionId: string, secondFactorRequired: boolean) {
    const input = { ...NOTHING, params: { institutionId }, body: { secondFactorRequired } };
    return house.call(changeInstitution, input, caller);
  }

  test('is made one by its admin, who has one; it is written down', async () => {
    const { northfield } = people.institutions;
    expect(await require(as.ada, northfield, true)).toMatchObject({
      status: 422,
      code: 'breaks_rule',
    });
    await givePasskey(people.ada);
    const answer = await require(as.ada, northfield, true);
    expect(answer.body).toMatchObject({ id: northfield, secondFactorRequired: true });
    expect(await lastAudit(northfield)).toMatchObject({
      action: 'institution.changed',
      before: { secondFactorRequired: false },
      after: { secondFactorRequired: true },
    });
    expect((await require(as.ada, northfield, false)).status).toBe(200);
  });

  test('is made one by nobody else', async () => {
    const { northfield } = people.institutions;
    expect((await require(as.sadie, northfield, true)).status).toBe(403);
    expect((await require(as.eve, northfield, true)).status).toBe(404);
    expect((await require(as.olga, newId(), true)).status).toBe(404);
    expect((await require(as.olga, northfield, true)).status).toBe(200);
  });

  test('leaves who has none their session, security and password, and nothing else', async () => {
    const desk = await house.desk(as.sadie);
    const evesDesk = await house.desk(as.eve);
    await require(as.olga, people.institutions.northfield, true);
    expect(await desk.closed).toMatchObject({ code: 4403 });
    await evesDesk.settle();

    expect((await house.call(readSession, NOTHING, as.sadie)).body.mustAddSecondFactor).toBe(true);
    expect((await house.call(listSessions, NOTHING, as.sadie)).status).toBe(200);
    expect((await house.call(readSecondFactors, NOTHING, as.sadie)).body.required).toBe(true);
    const change = { ...NOTHING, body: { current: OLD, password: NEW } };
    expect((await house.call(changeOwnPassword, change, as.sadie)).status).toBe(204);

    const closed = { status: 403, code: 'second_factor_required' };
    expect(await house.call(listChats, NOTHING, as.sadie)).toMatchObject(closed);
    expect(await house.call(listInstitutions, NOTHING, as.sadie)).toMatchObject(closed);
    const socket = await house.connect(as.sadie);
    socket.send({ t: 'hello', as: 'staff', pageId: newId() });
    expect(await socket.next('error')).toMatchObject({ code: 'second_factor_required' });
    expect(await socket.closed).toMatchObject({ code: 4403 });
    expect((await house.call(listChats, NOTHING, as.eve)).status).toBe(200);
  });

  test('opens to who adds one', async () => {
    await require(as.olga, people.institutions.northfield, true);
    await givePasskey(people.sadie);
    expect((await house.call(listChats, NOTHING, as.sadie)).status).toBe(200);
    await house.desk(as.sadie);
  });

  test('asks who has a passkey alone to sign in with it', async () => {
    await givePasskey(people.sadie);
    const input = { ...NOTHING, body: { username: 'sadie', password: OLD } };
    expect((await house.call(signIn, input, { origin: PUBLIC_URL })).status).toBe(201);
    await require(as.olga, people.institutions.northfield, true);
    const answer = await house.call(signIn, input, { origin: PUBLIC_URL });
    expect(answer).toMatchObject({ status: 401, code: 'second_factor_needed' });
    expect(answer.body).toMatchObject({ errors: [{ path: 'passkey' }] });
  });
});
