import { beforeEach, describe, expect, test } from 'vitest';
import { openPolicies, section, snippet } from '../../test/policy-pages.ts';
import { newId } from '../platform/ids.ts';

const policies = await openPolicies();
const { sql, institutions, ids, ask, save, audit, coopId } = policies;
const { northfield, harbour } = institutions;

const renewals = section('Renewals', 'Twice, by phone or in My Account.');
const hello = snippet('Renew', 'You can renew twice: https://northfield.example/renew');
const first = { version: 0, reviewBy: null, sections: [renewals], snippets: [hello] };

beforeEach(async () => {
  for (const table of ['policyPages', 'policyAlerts'] as const)
    await sql.deleteFrom(table).execute();
});

describe('a policy page', () => {
  test('is there, and empty, before anybody has written it', async () => {
    const answer = await ask('sadie', 'GET', `/${northfield}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      institutionName: 'northfield library',
      version: 0,
      sections: [],
      snippets: [],
      owner: null,
      isOverdue: false,
      changedAt: null,
      mayEdit: false,
    });
  });

  test('shows what was saved, by whom, and is written down', async () => {
    const saved = await save('ada', northfield, { ...first, ownerId: ids.sadie });
    expect(saved.statusCode).toBe(200);
    expect(saved.json()).toMatchObject({ version: 1, mayEdit: true, mayChooseOwner: true });
    expect((await ask('hana', 'GET', `/${northfield}`)).json()).toMatchObject({
      version: 1,
      sections: [renewals],
      snippets: [hello],
      owner: { id: ids.sadie, displayName: 'sadie' },
      changedBy: 'ada',
      mayEdit: false,
      mayChooseOwner: false,
    });
    expect((await audit()).at(-1)).toMatchObject({
      action: 'policy.changed',
      actorName: 'ada',
      institutionId: northfield,
      after: { version: 1, owner: 'sadie', passages: ['Renewals', 'Renew'] },
    });
  });

  test('is edited by the admins, its owner and the installation’s, and nobody else', async () => {
    expect((await save('sadie', northfield, first)).statusCode).toBe(403);
    expect((await save('hana', northfield, first)).statusCode).toBe(403);
    expect((await save('eve', northfield, first)).statusCode).toBe(404);
    await save('ada', northfield, { ...first, ownerId: ids.sadie });
    const byOwner = await save('sadie', northfield, { ...first, version: 1, snippets: [] });
    expect(byOwner.json()).toMatchObject({ version: 2, mayEdit: true, mayChooseOwner: false });
    expect((await save('omar', northfield, { ...first, version: 2 })).statusCode).toBe(403);
    expect((await save('olga', northfield, { ...first, version: 2 })).statusCode).toBe(200);
  });

  test('is given to an account of the library, and by its admins alone', async () => {
    await save('ada', northfield, { ...first, ownerId: ids.sadie });
    const given = { ...first, version: 1, ownerId: ids.omar };
    expect((await save('sadie', northfield, given)).statusCode).toBe(403);
    const foreign = await save('ada', northfield, { ...given, ownerId: ids.hana });
    expect(foreign.statusCode).toBe(422);
    expect(foreign.json().errors).toMatchObject([{ path: 'ownerId' }]);
    expect((await save('ada', northfield, given)).json().owner).toMatchObject({ id: ids.omar });
  });

  test('has no owner any more when that account is gone', async () => {
    await save('ada', northfield, { ...first, ownerId: ids.omar });
    await sql
      .updateTable('accounts')
      .set({ deletedAt: new Date() })
      .where('id', '=', ids.omar)
      .execute();
    expect((await ask('ada', 'GET', `/${northfield}`)).json().owner).toBeNull();
    await sql.updateTable('accounts').set({ deletedAt: null }).where('id', '=', ids.omar).execute();
  });

  test('tells the second of two editors, and keeps the first’s words', async () => {
    await save('ada', northfield, first);
    const mine = { ...first, version: 1, sections: [{ ...renewals, text: 'Three times.' }] };
    const theirs = { ...first, version: 1, sections: [{ ...renewals, text: 'Never.' }] };
    const both = await Promise.all([
      save('ada', northfield, mine),
      save('olga', northfield, theirs),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const refused = both.find(({ statusCode }) => statusCode === 409)?.json();
    expect(refused.detail).toMatch(/(ada|olga) has saved this page meanwhile \(version 2\)/);
    expect((await ask('ada', 'GET', `/${northfield}`)).json().version).toBe(2);
  });

  test('makes no version of what changes nothing', async () => {
    await save('ada', northfield, first);
    const entries = (await audit()).length;
    expect((await save('ada', northfield, { ...first, version: 1 })).json().version).toBe(1);
    expect(await audit()).toHaveLength(entries);
  });

  test('is overdue from the day after its review, where the library is', async () => {
    const day = (offset: number) =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(
        new Date(Date.now() + offset * 86_400_000),
      );
    const overdue = async (version: number, reviewBy: string) =>
      (await save('ada', northfield, { ...first, version, reviewBy })).json();
    expect(await overdue(0, day(2))).toMatchObject({ isOverdue: false, reviewBy: day(2) });
    expect(await overdue(1, day(-2))).toMatchObject({ isOverdue: true });
    const listed = (await ask('hana', 'GET', '/pages')).json().items;
    expect(listed).toMatchObject([{ institutionId: harbour }, { isOverdue: true }]);
  });

  test.each([
    ['an empty text', { sections: [section('Fees', '  ')] }, 422],
    ['a nameless section', { sections: [section('', 'None.')] }, 422],
    ['one id twice', { snippets: [{ ...hello, id: renewals.id }] }, 422],
    ['a review on no day', { reviewBy: '2026-02-30' }, 400],
    ['too much text', { sections: [...Array(20)].map(() => section('A', 'x'.repeat(9_000))) }, 413],
  ])('refuses %s, and keeps what was there', async (_, wrong, status) => {
    await save('ada', northfield, first);
    expect((await save('ada', northfield, { ...first, version: 1, ...wrong })).statusCode).toBe(
      status,
    );
    expect((await ask('ada', 'GET', `/${northfield}`)).json()).toMatchObject({
      version: 1,
      sections: [renewals],
    });
  });
});

describe('who reads a page', () => {
  const page = async (who: Parameters<typeof ask>[0], institutionId = northfield) =>
    (await ask(who, 'GET', `/${institutionId}`)).statusCode;

  test('is the library’s staff, who has a level in a common co-op, and the owner', async () => {
    expect(await page('sadie')).toBe(200);
    expect(await page('hana')).toBe(200);
    expect(await page('olga')).toBe(200);
  });

  test('is no colleague of theirs without a level, and no stranger, whatever they are at home', async () => {
    expect(await page('hugo')).toBe(404);
    expect(await page('hugo', harbour)).toBe(200);
    expect(await page('eve')).toBe(404);
    expect((await ask('eve', 'GET', `/${newId()}`)).json().code).toBe('not_found');
    // Sadie has no level: Harbour's page is not hers to read.
    expect(await page('sadie', harbour)).toBe(404);
  });

  test('ends with the chat access, the level, the co-op and the membership of either library', async () => {
    const chatAccess = (is: boolean) =>
      sql.updateTable('accounts').set({ chatAccess: is }).where('id', '=', ids.hana).execute();
    await chatAccess(false);
    expect(await page('hana')).toBe(404);
    expect(await page('hana', harbour)).toBe(200);
    await chatAccess(true);
    expect(await page('hana')).toBe(200);

    const coop = (deletedAt: Date | null) =>
      sql.updateTable('coops').set({ deletedAt }).where('id', '=', coopId).execute();
    await coop(new Date());
    expect(await page('hana')).toBe(404);
    await coop(null);

    for (const institutionId of [northfield, harbour]) {
      await sql.deleteFrom('coopInstitutions').where('institutionId', '=', institutionId).execute();
      expect(await page('hana')).toBe(404);
      await sql.insertInto('coopInstitutions').values({ coopId, institutionId }).execute();
      expect(await page('hana')).toBe(200);
    }

    const membership = { coopId, accountId: ids.hana, level: 'regular' as const };
    await sql.deleteFrom('coopMemberships').where('accountId', '=', ids.hana).execute();
    expect(await page('hana')).toBe(404);
    await sql.insertInto('coopMemberships').values(membership).execute();
  });

  test('reads the same list, search and nothing beside it', async () => {
    await save('ada', northfield, first);
    const listed = async (who: Parameters<typeof ask>[0]) =>
      (await ask(who, 'GET', '/pages'))
        .json()
        .items.map(({ institutionName }: { institutionName: string }) => institutionName);
    expect(await listed('hana')).toEqual(['harbour library', 'northfield library']);
    expect(await listed('hugo')).toEqual(['harbour library']);
    expect(await listed('eve')).toEqual(['eastvale library']);
    expect(await listed('olga')).toHaveLength(3);
    const found = async (who: Parameters<typeof ask>[0]) =>
      (await ask(who, 'GET', '?q=renew')).json().items.length;
    expect(await found('hana')).toBe(2);
    expect(await found('hugo')).toBe(0);
    expect(await found('eve')).toBe(0);
  });

  test('leafs through the list', async () => {
    const one = (await ask('hana', 'GET', '/pages?limit=1')).json();
    const two = (await ask('hana', 'GET', `/pages?limit=1&cursor=${one.nextCursor}`)).json();
    expect([...one.items, ...two.items]).toMatchObject([
      { institutionId: harbour },
      { institutionId: northfield },
    ]);
    expect(two.nextCursor).toBeNull();
    expect((await ask('hana', 'GET', '/pages?cursor=W10')).statusCode).toBe(400);
  });
});

describe('the history of a page', () => {
  test('keeps every text, and brings one back as the newest', async () => {
    await save('ada', northfield, first);
    await save('ada', northfield, { ...first, version: 1, sections: [], snippets: [] });
    const versions = (await ask('ada', 'GET', `/${northfield}/versions?limit=1`)).json();
    expect(versions).toMatchObject({ items: [{ version: 2, by: 'ada' }], nextCursor: '2' });
    const older = await ask('ada', 'GET', `/${northfield}/versions?cursor=2`);
    expect(older.json()).toMatchObject({ items: [{ version: 1 }], nextCursor: null });
    expect((await ask('ada', 'GET', `/${northfield}/versions/1`)).json()).toMatchObject({
      sections: [renewals],
      snippets: [hello],
    });

    const restored = await ask('ada', 'POST', `/${northfield}/versions/1/restore`, { version: 2 });
    expect(restored.json()).toMatchObject({ version: 3, sections: [renewals] });
    const newest = (await ask('ada', 'GET', `/${northfield}/versions?limit=1`)).json().items;
    expect(newest).toMatchObject([{ version: 3, restoredFrom: 1 }]);
    expect((await ask('ada', 'GET', '?q=twice')).json().items).toHaveLength(2);
  });

  test('is for who may edit, and is not restored over what nobody has read', async () => {
    await save('ada', northfield, first);
    expect((await ask('hana', 'GET', `/${northfield}/versions`)).statusCode).toBe(403);
    expect((await ask('eve', 'GET', `/${northfield}/versions/1`)).statusCode).toBe(404);
    const restore = (who: Parameters<typeof ask>[0], version: number) =>
      ask(who, 'POST', `/${northfield}/versions/1/restore`, { version });
    expect((await restore('sadie', 1)).statusCode).toBe(403);
    expect((await restore('ada', 4)).statusCode).toBe(409);
    expect((await ask('ada', 'GET', `/${northfield}/versions/9`)).statusCode).toBe(404);
  });
});

describe('an alert', () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const raise = (who: Parameters<typeof ask>[0], endsAt: string) =>
    ask(who, 'POST', `/${northfield}/alerts`, { text: 'The catalogue is down.', endsAt });
  const alerts = async () => (await ask('hana', 'GET', `/${northfield}`)).json().alerts;

  test('stands on the page of whoever reads it, until it is ended', async () => {
    const raised = await raise('ada', inHours(3));
    expect(raised.statusCode).toBe(201);
    expect(await alerts()).toMatchObject([{ text: 'The catalogue is down.', createdBy: 'ada' }]);
    expect((await ask('hana', 'GET', '/pages')).json().items).toMatchObject([
      { alerts: 0 },
      { alerts: 1 },
    ]);
    const { id } = raised.json();
    expect((await ask('hana', 'DELETE', `/${northfield}/alerts/${id}`)).statusCode).toBe(403);
    expect((await ask('ada', 'DELETE', `/${northfield}/alerts/${id}`)).statusCode).toBe(204);
    expect(await alerts()).toEqual([]);
    expect((await audit()).slice(-2)).toMatchObject([
      { action: 'policy.alertRaised', actorName: 'ada' },
      { action: 'policy.alertEnded' },
    ]);
  });

  test('ends by itself', async () => {
    await raise('ada', inHours(3));
    await sql.updateTable('policyAlerts').set({ endsAt: new Date() }).execute();
    expect(await alerts()).toEqual([]);
  });

  test('has an end that is to come, and soon', async () => {
    expect((await raise('ada', inHours(-1))).json().errors).toMatchObject([{ path: 'endsAt' }]);
    expect((await raise('ada', inHours(24 * 90))).statusCode).toBe(422);
    expect((await raise('sadie', inHours(1))).statusCode).toBe(403);
    expect((await raise('eve', inHours(1))).statusCode).toBe(404);
  });
});
