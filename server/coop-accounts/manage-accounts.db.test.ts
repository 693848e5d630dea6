import { describe, expect, test } from 'vitest';
import {
  findCoopCandidates,
  listCoopAccounts,
  listCoopCandidates,
} from '#protocol/coop-accounts.ts';
import { openCoopHouse } from '../../test/coop-house.ts';
import type { Caller } from '../../test/house.ts';

const { house, sql, libraries, coopId, person, member } = await openCoopHouse();
const { northfield, harbour, eastvale } = libraries.institutions;
const coopAdmin = await house.staff(await member('coopAdmin', harbour));
const institutionAdmin = await house.staff(await member('institutionAdmin'));

const list = (query: object) =>
  house.call(listCoopAccounts, { params: { coopId }, query } as never, coopAdmin);
const candidates = (query: object, caller = coopAdmin) =>
  house.call(listCoopCandidates, { params: { coopId }, query } as never, caller);

describe('Manage Accounts', () => {
  test('leafs through everybody, library by library, and counts them', async () => {
    for (let n = 0; n < 5; n += 1) await member('regular', n % 2 ? harbour : northfield);
    const all = (await list({ limit: 200 })).body;
    expect(all.nextCursor).toBeNull();
    const places = all.items.map((row) => `${row.institutionName} ${row.username}`);
    expect(places).toEqual([...places].sort());
    const leafed: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = (await list({ limit: 3, ...(cursor && { cursor }) })).body;
      expect(page.total).toBe(all.items.length);
      leafed.push(...page.items.map(({ accountId }) => accountId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(leafed).toEqual(all.items.map(({ accountId }) => accountId));
    expect((await list({ cursor: 'nowhere' })).status).toBe(400);
  });

  test('finds by words, library and level', async () => {
    const accountId = await member('institutionAdmin', harbour);
    await sql
      .updateTable('accounts')
      .set({ displayName: 'Zoë 100%' })
      .where('id', '=', accountId)
      .execute();
    const found = async (query: object) =>
      (await list(query)).body.items.map((row) => row.accountId);
    expect(await found({ q: 'HARBOUR zoë' })).toEqual([accountId]);
    expect(await found({ q: '100%' })).toEqual([accountId]);
    expect(await found({ q: '100_' })).toEqual([]);
    expect(await found({ q: '  ' })).not.toEqual([]);
    expect(await found({ q: 'zoë', level: 'institutionAdmin', institutionId: harbour })).toEqual([
      accountId,
    ]);
    expect(await found({ q: 'zoë', level: 'regular' })).toEqual([]);
    expect(await found({ q: 'zoë', institutionId: northfield })).toEqual([]);
  });

  test('offers whom one may add, and finds pasted usernames among them', async () => {
    const [here, there, outside] = [await person(), await person(harbour), await person(eastvale)];
    const present = await member('regular', harbour);
    const usernames = await Promise.all(
      [here, there, outside, present].map(async (id) => {
        const { username } = await sql
          .selectFrom('accounts')
          .select('username')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        return username;
      }),
    );
    const [ofHere = '', ofThere = '', ofOutside = '', ofPresent = ''] = usernames;
    const find = async (caller: Caller) => {
      const pasted = [` ${ofHere.toUpperCase()} `, ofThere, ofOutside, ofPresent, ofHere, ' '];
      const input = { params: { coopId }, body: { usernames: pasted } };
      const { found, refused } = (await house.call(findCoopCandidates, input as never, caller))
        .body;
      return { found: found.map(({ username }) => username), refused };
    };
    expect(await find(coopAdmin)).toEqual({
      found: [ofHere, ofThere],
      refused: [
        { username: ofOutside, reason: 'unknown' },
        { username: ofPresent, reason: 'member' },
      ],
    });
    expect(await find(institutionAdmin)).toEqual({
      found: [ofHere],
      refused: [
        { username: ofThere, reason: 'unknown' },
        { username: ofOutside, reason: 'unknown' },
        { username: ofPresent, reason: 'member' },
      ],
    });
    const offered = async (caller: Caller) =>
      (await candidates({ limit: 200 }, caller)).body.items.map(({ accountId }) => accountId);
    expect(await offered(coopAdmin)).toEqual(expect.arrayContaining([here, there]));
    expect(await offered(coopAdmin)).not.toEqual(expect.arrayContaining([outside]));
    expect(await offered(institutionAdmin)).toContain(here);
    expect(await offered(institutionAdmin)).not.toContain(there);
    const page = (await candidates({ limit: 1, institutionId: northfield })).body;
    expect(page.items).toHaveLength(1);
    expect(page.nextCursor).not.toBeNull();
  });
});
