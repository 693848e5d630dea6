import { beforeAll, describe, expect, test } from 'vitest';
import { routeAssignments } from '../server/assignments/index.ts';
import { deletePoolsBefore, routeCanned } from '../server/canned/index.ts';
import { newId } from '../server/platform/ids.ts';
import { deleteRoomsBefore, routeRooms } from '../server/rooms/index.ts';
import { makeAccount, makeInstitution } from './factories.ts';
import { type StaffHeaders, staffHeaders, testFeatureApp, testParts } from './feature-app.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeCanned(app, parts);
routeRooms(app, parts);
routeAssignments(app, parts);

let northfield: string;
let harbour: string;
let sadieId: string;
let joeId: string;
let sadie: StaffHeaders;
let ada: StaffHeaders;
let joe: StaffHeaders;
let olga: StaffHeaders;

beforeAll(async () => {
  northfield = await makeInstitution(sql, 'northfield');
  harbour = await makeInstitution(sql, 'harbour');
  const person = (username: string, institutionId: string, role: 'operator' | 'admin' | 'owner') =>
    makeAccount(sql, { username, institutionId, role });
  sadieId = await person('sadie', northfield, 'operator');
  joeId = await person('joe', harbour, 'admin');
  sadie = await staffHeaders(parts, sadieId);
  ada = await staffHeaders(parts, await person('ada', northfield, 'admin'));
  joe = await staffHeaders(parts, joeId);
  olga = await staffHeaders(parts, await person('olga', harbour, 'owner'));
});

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

function call(headers: StaffHeaders, method: Method, path: string, payload?: object) {
  return app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...headers },
    ...(payload && { payload }),
  });
}

async function entriesOf(targetId: string) {
  const rows = await sql
    .selectFrom('audit')
    .select(['action', 'actorName', 'before', 'after'])
    .where('targetId', '=', targetId)
    .orderBy('id')
    .execute();
  return rows;
}

let count = 0;
const freshName = () => `Thing ${++count}`;

describe.each(['pools', 'rooms'])('%s', (things) => {
  const word = things.slice(0, -1);

  const make = async (headers: StaffHeaders, institutionId: string | null, name = freshName()) => {
    const answer = await call(headers, 'POST', `/${things}`, { name, institutionId });
    expect(answer.statusCode).toBe(201);
    return answer.json<{ id: string; name: string }>();
  };
  const list = async (headers: StaffHeaders) =>
    (await call(headers, 'GET', `/${things}`)).json<{
      items: { id: string; name: string; memberIds: string[]; mayEdit: boolean }[];
    }>().items;
  const find = async (headers: StaffHeaders, id: string) =>
    (await list(headers)).find((thing) => thing.id === id);

  test('are made by the institution’s admin and seen by its staff, who may not change them', async () => {
    const { id, name } = await make(ada, northfield);
    expect(await find(ada, id)).toMatchObject({ name, mayEdit: true, memberIds: [] });
    expect(await find(sadie, id)).toMatchObject({ name, mayEdit: false });
    const refused = [
      await call(sadie, 'PATCH', `/${things}/${id}`, { name: 'Mine' }),
      await call(sadie, 'DELETE', `/${things}/${id}`),
      await call(sadie, 'PUT', `/${things}/${id}/members/${sadieId}`),
      await call(sadie, 'POST', `/${things}`, { name: 'Mine', institutionId: northfield }),
    ];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403]);
    expect(await find(ada, id)).toMatchObject({ name, memberIds: [] });
  });

  test('of another institution are not there for its neighbours’ admin', async () => {
    const { id } = await make(ada, northfield);
    expect(await find(joe, id)).toBeUndefined();
    const refused = [
      await call(joe, 'PATCH', `/${things}/${id}`, { name: 'Mine' }),
      await call(joe, 'DELETE', `/${things}/${id}`),
      await call(joe, 'POST', `/${things}/${id}/restore`),
      await call(joe, 'PUT', `/${things}/${id}/members/${joeId}`),
      await call(joe, 'DELETE', `/${things}/${id}/members/${joeId}`),
    ];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404]);
    expect(
      (await call(joe, 'POST', `/${things}`, { name: 'X', institutionId: northfield })).statusCode,
    ).toBe(403);
  });

  test('of the consortium are seen by all, changed by the owner, and given by each admin to their own', async () => {
    const { id } = await make(olga, null);
    expect(await find(sadie, id)).toMatchObject({ mayEdit: false });
    expect((await call(ada, 'PATCH', `/${things}/${id}`, { name: 'Ours' })).statusCode).toBe(403);
    expect(
      (await call(ada, 'POST', `/${things}`, { name: 'Ours', institutionId: null })).statusCode,
    ).toBe(403);

    expect((await call(ada, 'PUT', `/${things}/${id}/members/${sadieId}`)).statusCode).toBe(204);
    expect((await call(ada, 'PUT', `/${things}/${id}/members/${joeId}`)).statusCode).toBe(404);
    expect((await call(olga, 'PUT', `/${things}/${id}/members/${joeId}`)).statusCode).toBe(204);
    // Who is in it from elsewhere, only the owner sees.
    expect((await find(ada, id))?.memberIds).toEqual([sadieId]);
    expect((await find(joe, id))?.memberIds).toEqual([joeId]);
    expect((await find(olga, id))?.memberIds).toEqual([sadieId, joeId].sort());

    expect((await call(ada, 'DELETE', `/${things}/${id}/members/${sadieId}`)).statusCode).toBe(204);
    expect((await find(ada, id))?.memberIds).toEqual([]);
  });

  test('bear different names within an institution, in whatever case, and the same in two', async () => {
    const { id, name } = await make(ada, northfield);
    const second = await make(ada, northfield);
    const again = await call(ada, 'POST', `/${things}`, {
      name: name.toUpperCase(),
      institutionId: northfield,
    });
    expect([again.statusCode, again.json().errors]).toMatchObject([409, [{ path: 'name' }]]);
    expect((await call(ada, 'PATCH', `/${things}/${second.id}`, { name })).statusCode).toBe(409);
    await make(joe, harbour, name);
    await make(olga, null, name);
    expect((await call(olga, 'POST', `/${things}`, { name, institutionId: null })).statusCode).toBe(
      409,
    );
    // One's own name in other letters is no other's.
    expect(
      (await call(ada, 'PATCH', `/${things}/${id}`, { name: name.toUpperCase() })).json(),
    ).toMatchObject({
      name: name.toUpperCase(),
    });
  });

  test('that are deleted are gone from everywhere, and come back with their members for 30 days', async () => {
    const { id, name } = await make(ada, northfield);
    await call(ada, 'PUT', `/${things}/${id}/members/${sadieId}`);
    expect((await call(ada, 'DELETE', `/${things}/${id}`)).statusCode).toBe(204);
    expect(await find(sadie, id)).toBeUndefined();
    expect((await call(ada, 'DELETE', `/${things}/${id}`)).statusCode).toBe(404);
    expect((await call(ada, 'PUT', `/${things}/${id}/members/${sadieId}`)).statusCode).toBe(404);

    const deleted = async (headers: StaffHeaders) =>
      (await call(headers, 'GET', `/${things}/deleted`)).json<{ items: { id: string }[] }>().items;
    expect(await deleted(ada)).toMatchObject([{ id, name, institutionId: northfield }]);
    expect(await deleted(sadie)).toEqual([]);
    expect(await deleted(joe)).toEqual([]);
    expect((await call(sadie, 'POST', `/${things}/${id}/restore`)).statusCode).toBe(404);

    const restored = await call(ada, 'POST', `/${things}/${id}/restore`);
    expect(restored.json()).toMatchObject({ id, name, memberIds: [sadieId] });
    expect((await call(ada, 'POST', `/${things}/${id}/restore`)).statusCode).toBe(404);
  });

  test('that are deleted free their name, and stay away while another has it', async () => {
    const { id, name } = await make(ada, northfield);
    await call(ada, 'DELETE', `/${things}/${id}`);
    const second = await make(ada, northfield, name);
    expect((await call(ada, 'POST', `/${things}/${id}/restore`)).statusCode).toBe(409);
    await call(ada, 'PATCH', `/${things}/${second.id}`, { name: freshName() });
    expect((await call(ada, 'POST', `/${things}/${id}/restore`)).statusCode).toBe(200);
  });

  test('deleted more than 30 days ago are gone for good', async () => {
    const { id } = await make(ada, northfield);
    const table = things as 'pools' | 'rooms';
    const longAgo = new Date(Date.now() - 31 * 86_400_000);
    await sql.updateTable(table).set({ deletedAt: longAgo }).where('id', '=', id).execute();
    expect((await call(ada, 'POST', `/${things}/${id}/restore`)).statusCode).toBe(404);

    const kept = await make(ada, northfield);
    await call(ada, 'DELETE', `/${things}/${kept.id}`);
    const purge = things === 'pools' ? deletePoolsBefore : deleteRoomsBefore;
    await purge(sql, new Date(Date.now() - 30 * 86_400_000));
    const rows = await sql
      .selectFrom(table)
      .select('id')
      .where('id', 'in', [id, kept.id])
      .execute();
    expect(rows).toEqual([{ id: kept.id }]);
  });

  test('leave an entry in the audit log for each change, and none for what was refused', async () => {
    const { id, name } = await make(ada, northfield);
    const other = freshName();
    await call(ada, 'PATCH', `/${things}/${id}`, { name: other });
    await call(sadie, 'PATCH', `/${things}/${id}`, { name: 'Mine' });
    await call(ada, 'DELETE', `/${things}/${id}`);
    await call(ada, 'POST', `/${things}/${id}/restore`);
    expect(await entriesOf(id)).toMatchObject([
      { action: `${word}.created`, actorName: 'ada', after: { name } },
      { action: `${word}.renamed`, before: { name }, after: { name: other } },
      { action: `${word}.deleted`, before: { name: other } },
      { action: `${word}.restored`, after: { name: other } },
    ]);

    const before = (await entriesOf(sadieId)).length;
    await call(ada, 'PUT', `/${things}/${id}/members/${sadieId}`);
    const entries = await entriesOf(sadieId);
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)?.after).toMatchObject({ [things]: expect.arrayContaining([other]) });
  });

  test('of an institution that there is not are refused by the field', async () => {
    const answer = await call(olga, 'POST', `/${things}`, { name: 'X', institutionId: newId() });
    expect([answer.statusCode, answer.json().errors]).toMatchObject([
      422,
      [{ path: 'institutionId' }],
    ]);
  });
});
