import { sql as fragment } from 'kysely';
import { describe, expect, test } from 'vitest';
import { deleteAccount, restoreAccount } from '#protocol/account-administration.ts';
import {
  addCoopAccounts,
  changeCoopAccount,
  listCoopAccounts,
  readCoopAccount,
  removeCoopAccounts,
} from '#protocol/coop-accounts.ts';
import type { Level } from '#protocol/levels.ts';
import type { Problem } from '#protocol/problems.ts';
import { optIntoQueue } from '#protocol/queues.ts';
import { changeLevelsAtOnce } from '../../test/at-once.ts';
import { openCoopHouse } from '../../test/coop-house.ts';
import { LOCAL_SECONDS } from '../../test/libraries.ts';
import { ask, claim } from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';

const { house, clock, sql, libraries, coopId, olga, ...coop } = await openCoopHouse();
const { person, member, reads, removes, levelOf, entriesOf, isEmptied } = coop;
const { northfield, harbour, eastvale } = libraries.institutions;
const { coopQueueId } = libraries;
const coopAdmin = await house.staff(await member('coopAdmin', harbour));
const institutionAdmin = await house.staff(await member('institutionAdmin'));

const add = (accountIds: string[], level: string, caller = coopAdmin) =>
  house.call(addCoopAccounts, { params: { coopId }, body: { accountIds, level } } as never, caller);
const read = (accountId: string, caller = coopAdmin) =>
  house.call(readCoopAccount, { params: { coopId, accountId } } as never, caller);

describe('a batch', () => {
  test('is added at one level, told of each, and taken back whole', async () => {
    const wanted = [await person(), await person(harbour)];
    const [first = '', second = ''] = wanted;
    const told: string[] = [];
    const unsubscribe = house.parts.bus.subscribe('operator', (hint) => {
      told.push(hint.accountId);
    });
    const added = await add([first, second, first], 'institutionAdmin');
    unsubscribe();
    expect(added.status).toBe(201);
    expect(added.body.items).toMatchObject([
      { accountId: first, level: 'institutionAdmin', mayEdit: true, institutionId: northfield },
      { accountId: second, level: 'institutionAdmin', mayEdit: true, institutionId: harbour },
    ]);
    expect(told).toEqual(wanted);
    expect(await entriesOf(second)).toMatchObject([
      {
        action: 'account.levelGiven',
        institutionId: harbour,
        after: { coopLevel: 'Night Owls: Institution Admin' },
      },
    ]);

    const undo = (accountIds: string[]) =>
      house.call(
        removeCoopAccounts,
        { params: { coopId }, body: { accountIds } } as never,
        coopAdmin,
      );
    expect((await undo([first, await person()])).status).toBe(404);
    expect(await levelOf(first)).toBe('institutionAdmin');
    expect((await undo(wanted)).status).toBe(204);
    expect([await levelOf(first), await levelOf(second)]).toEqual([undefined, undefined]);
    expect((await entriesOf(first)).map(({ action }) => action)).toEqual([
      'account.levelGiven',
      'account.levelTaken',
    ]);
  });

  test('is refused whole for one that can’t be added, and names it', async () => {
    const good = await person();
    const outside = await person(eastvale);
    const present = await member('regular');
    const answers = [
      await add([good, outside, present], 'regular'),
      await add([good, newId()], 'regular'),
      await add([good, present], 'regular'),
      await add([good, await person(harbour)], 'regular', institutionAdmin),
      await add([good, newId()], 'regular', institutionAdmin),
      await add([good], 'coopAdmin', institutionAdmin),
      await add([good], 'chief'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 409, 403, 403, 403, 400]);
    const [of422, , of409] = answers.map(({ body }) => (body as unknown as Problem).errors);
    expect(of422).toMatchObject([{ path: 'accountIds.1' }]);
    expect(of409).toMatchObject([{ path: 'accountIds.1' }]);
    expect(await levelOf(good)).toBeUndefined();
    expect(await entriesOf(good)).toEqual([]);
  });
});

describe('a level', () => {
  test('is changed, and the change is told where the account is at home', async () => {
    const accountId = await member('regular');
    const change = (level: Level) =>
      house.call(
        changeCoopAccount,
        { params: { coopId, accountId }, body: { level } } as never,
        institutionAdmin,
      );
    expect((await change('institutionAdmin')).body).toMatchObject({ level: 'institutionAdmin' });
    // Said again it is no change.
    expect((await change('institutionAdmin')).status).toBe(200);
    expect(await entriesOf(accountId)).toMatchObject([
      {
        action: 'account.levelChanged',
        institutionId: northfield,
        before: { coopLevel: 'Night Owls: Regular' },
        after: { coopLevel: 'Night Owls: Institution Admin' },
      },
    ]);
  });

  test('that is taken away while somebody uses it holds no longer: of two Co-Op Admins who remove each other at once, one stays', async () => {
    const [one, other] = [await member('coopAdmin'), await member('coopAdmin', harbour)];
    const [asOne, asOther] = [await house.staff(one), await house.staff(other)];
    const answers = await changeLevelsAtOnce(sql, coopId, () => [
      removes(other, asOne),
      removes(one, asOther),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    const left = [await levelOf(one), await levelOf(other)];
    expect(left.filter((level) => level === 'coopAdmin')).toHaveLength(1);
  });

  test('sleeps while its account is deleted, and wakes with it, unless it was taken away meanwhile', async () => {
    const [back, gone] = [await member('regular'), await member('regular')];
    const delete_ = (accountId: string) =>
      house.call(deleteAccount, { params: { accountId } } as never, olga);
    const restore = (accountId: string) =>
      house.call(restoreAccount, { params: { accountId } } as never, olga);
    const total = async () =>
      (await house.call(listCoopAccounts, { params: { coopId }, query: {} } as never, coopAdmin))
        .body.total;
    const before = await total();
    await delete_(back);
    await delete_(gone);
    expect(await total()).toBe(before - 2);
    expect((await read(back)).status).toBe(404);
    expect((await add([back], 'regular')).status).toBe(422);
    expect((await removes(gone, coopAdmin)).status).toBe(204);
    await restore(back);
    await restore(gone);
    expect((await read(back)).body).toMatchObject({ level: 'regular' });
    expect((await read(gone)).status).toBe(404);
    expect(await total()).toBe(before - 1);
  });

  test('goes with an account that is purged', async () => {
    const accountId = await member('regular');
    await house.call(deleteAccount, { params: { accountId } } as never, olga);
    await fragment`select purge_account(${accountId}::uuid, ${clock.now()})`.execute(sql);
    expect(await levelOf(accountId)).toBeUndefined();
  });
});

describe('an operator at the desk', () => {
  test.each([
    ['of a partner', harbour],
    ['of the patron’s own library', northfield],
  ])(
    '%s loses the co-op at once, what they had in hand is offered again, and added anew they choose anew',
    async (_, home) => {
      const accountId = await member('regular', home);
      const caller = await house.staff(accountId);
      const optIn = (optedIn: boolean) =>
        house.call(
          optIntoQueue,
          { params: { queueId: coopQueueId }, body: { optedIn } } as never,
          caller,
        );
      await optIn(true);
      const desk = await house.desk(caller);
      const chat = await ask(house, libraries.widgetId, 'Who answers at night?');
      await house.passes(LOCAL_SECONDS + 1);
      expect((await claim(house, chat.chatId, caller)).status).toBe(200);

      const gone = isEmptied(desk);
      expect((await removes(accountId, coopAdmin)).status).toBe(204);
      await gone;
      await house.passes(2);
      const state = await sql
        .selectFrom('chats')
        .select(['state', 'ownerId'])
        .where('id', '=', chat.chatId)
        .executeTakeFirstOrThrow();
      expect(state).toEqual({ state: 'waiting', ownerId: null });
      expect((await reads(caller)).status).toBe(404);

      const past = desk.frames.length;
      const added = desk.until((frame) =>
        frame.t === 'desk' && frame.desk.queues.length > 0 && desk.frames.indexOf(frame) >= past
          ? frame.desk.queues
          : undefined,
      );
      await add([accountId], 'regular');
      expect(await added).toMatchObject([{ id: coopQueueId, optedIn: false }]);
      await desk.close();
    },
  );
});
