import { beforeAll, describe, expect, test } from 'vitest';
import {
  changeQueue,
  createQueue,
  deleteQueue,
  listDeletedQueues,
  readQueue,
  restoreQueue,
} from '#protocol/queue-administration.ts';
import { listQueues } from '#protocol/queues.ts';
import { type Caller, testHouse } from '../../test/house.ts';
import { makeLibraries } from '../../test/libraries.ts';
import { ask, claim } from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';
import { restorableSince } from '../platform/restorable-since.ts';
import { deleteStaleAssignments } from './index.ts';

const { house, clock, sql } = await testHouse();
const libraries = await makeLibraries(sql);
const { northfield } = libraries.institutions;

let sadie: Caller;
let ada: Caller;
let eve: Caller;
let olga: Caller;

beforeAll(async () => {
  sadie = await house.staff(libraries.sadie);
  ada = await house.staff(libraries.ada);
  eve = await house.staff(libraries.eve);
  olga = await house.staff(libraries.olga);
});

let count = 0;
async function make(caller: Caller = ada, name = `Queue ${++count}`) {
  const body = { name, kind: 'chat' as const, institutionId: northfield };
  const answer = await house.call(createQueue, { body } as never, caller);
  expect(answer.status).toBe(201);
  return answer.body;
}

const read = (caller: Caller, queueId: string) =>
  house.call(readQueue, { params: { queueId } } as never, caller);
const change = (caller: Caller, queueId: string, body: object) =>
  house.call(changeQueue, { params: { queueId }, body } as never, caller);
const remove = (caller: Caller, queueId: string) =>
  house.call(deleteQueue, { params: { queueId } } as never, caller);
const restore = (caller: Caller, queueId: string) =>
  house.call(restoreQueue, { params: { queueId } } as never, caller);
const deleted = async (caller: Caller) =>
  (await house.call(listDeletedQueues, {} as never, caller)).body.items.map(({ id }) => id);

describe('a queue', () => {
  test('is made, renamed and changed in kind by the institution’s admin', async () => {
    const { id } = await make();
    const changed = await change(ada, id, { name: `Law ${id}`, kind: 'proactive' });
    expect(changed.body).toMatchObject({
      id,
      name: `Law ${id}`,
      kind: 'proactive',
      institutionId: northfield,
      operatorIds: [],
      mayEdit: true,
    });
    const entries = await sql
      .selectFrom('audit')
      .select(['action', 'before', 'after'])
      .where('targetId', '=', id)
      .orderBy('id')
      .execute();
    expect(entries).toMatchObject([
      { action: 'queue.created' },
      { action: 'queue.changed', before: { kind: 'chat' }, after: { kind: 'proactive' } },
    ]);
  });

  test('is seen by its operators, who may not change it, and not there for strangers', async () => {
    const { id } = await make();
    expect((await read(sadie, id)).body).toMatchObject({ mayEdit: false });
    expect((await change(sadie, id, { name: 'Mine' })).status).toBe(403);
    expect((await remove(sadie, id)).status).toBe(403);
    const strangers = [
      await read(eve, id),
      await change(eve, id, { name: 'Mine' }),
      await remove(eve, id),
      await restore(eve, id),
    ];
    expect(strangers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await read(olga, id)).body).toMatchObject({ mayEdit: true });
  });

  test('of a co-op is seen by its libraries, and changed by the owner alone', async () => {
    const { coopQueueId } = libraries;
    expect((await read(ada, coopQueueId)).body).toMatchObject({ mayEdit: false, operatorIds: [] });
    expect((await change(ada, coopQueueId, { name: 'Mine' })).status).toBe(403);
    expect((await remove(ada, coopQueueId)).status).toBe(403);

    const { coopId } = libraries;
    const body = { name: 'En español', kind: 'chat', coopId };
    const make = (caller: Caller, fields: object = body) =>
      house.call(createQueue, { body: fields } as never, caller);
    expect((await make(ada)).status).toBe(403);
    expect((await make(olga, { ...body, coopId: newId() })).status).toBe(422);
    expect((await make(olga, { ...body, institutionId: northfield })).status).toBe(422);

    const made = await make(olga);
    expect(made.body).toMatchObject({ coopId, institutionId: null, mayEdit: true });
    const { id } = made.body;
    expect((await change(olga, id, { name: 'Español' })).body.name).toBe('Español');
    expect((await remove(olga, id)).status).toBe(204);
    expect((await read(olga, id)).status).toBe(404);
    expect(await deleted(ada)).not.toContain(id);
    expect((await restore(ada, id)).status).toBe(404);
    expect((await restore(olga, id)).body).toMatchObject({ id, coopId });
    await remove(olga, id);
  });

  test('of a co-op comes to the open desks of all who have a level there, and leaves them', async () => {
    const hana = await house.staff(libraries.hana);
    const desk = await house.desk(hana);
    const until = (judge: (names: string[]) => boolean) =>
      desk.until((frame) =>
        frame.t === 'desk' && judge(frame.desk.queues.map(({ name }) => name)) ? frame : undefined,
      );
    const shown = until((names) => names.includes('Law at night'));
    const body = { name: 'Law at night', kind: 'chat', coopId: libraries.coopId };
    const made = await house.call(createQueue, { body } as never, olga);
    await shown;
    const gone = until((names) => !names.includes('Law at night'));
    await remove(olga, made.body.id);
    await gone;
    await desk.close();
  });

  test('is made for one’s own institution alone, and for one that there is', async () => {
    const body = { name: 'X', kind: 'chat', institutionId: libraries.institutions.harbour };
    const foreign = await house.call(createQueue, { body } as never, ada);
    expect(foreign.status).toBe(403);
    const none = { ...body, institutionId: newId() };
    expect((await house.call(createQueue, { body: none } as never, olga)).status).toBe(422);
  });

  test('bears a name of its own within the institution', async () => {
    const { id, name } = await make();
    const other = await make();
    expect((await change(ada, other.id, { name: name.toUpperCase() })).code).toBe('conflict');
    await remove(ada, id);
    expect((await change(ada, other.id, { name })).status).toBe(200);
    expect((await restore(ada, id)).code).toBe('conflict');
  });
});

describe('a deleted queue', () => {
  test('is gone from lists, and back with its operators, opted in as they were', async () => {
    const { id } = await make();
    await sql
      .insertInto('assignments')
      .values([
        { queueId: id, accountId: libraries.sadie, optedIn: true },
        { queueId: id, accountId: libraries.omar, optedIn: false },
      ])
      .execute();
    const told: string[] = [];
    const unsubscribe = house.parts.bus.subscribe('operator', ({ accountId }) => {
      told.push(accountId);
    });
    expect((await remove(ada, id)).status).toBe(204);
    unsubscribe();
    // Their desks look again at once, opted in or not.
    expect(told.sort()).toEqual([libraries.sadie, libraries.omar].sort());
    expect((await read(ada, id)).status).toBe(404);
    const listed = await house.call(listQueues, {} as never, olga);
    expect(listed.body.items.map((queue) => queue.id)).not.toContain(id);
    expect(listed.body.items).toContainEqual(
      expect.objectContaining({ id: libraries.coopQueueId, ownerName: 'Night Owls' }),
    );
    expect(await deleted(ada)).toContain(id);
    expect(await deleted(sadie)).toEqual([]);
    expect(await deleted(eve)).toEqual([]);

    const restored = await restore(ada, id);
    expect(restored.body.operatorIds).toEqual([libraries.sadie, libraries.omar].sort());
    const rows = await sql
      .selectFrom('assignments')
      .select('optedIn')
      .where('queueId', '=', id)
      .where('accountId', '=', libraries.omar)
      .execute();
    expect(rows).toEqual([{ optedIn: false }]);
    expect((await restore(ada, id)).status).toBe(404);
  });

  test('can be restored for 30 days and not a second longer', async () => {
    const { id } = await make();
    await remove(ada, id);
    const since = (seconds: number) =>
      sql
        .updateTable('queues')
        .set({ deletedAt: new Date(clock.now().getTime() - seconds * 1_000) })
        .where('id', '=', id)
        .execute();
    await since(30 * 86_400);
    expect((await restore(ada, id)).status).toBe(404);
    expect(await deleted(ada)).not.toContain(id);
    await since(30 * 86_400 - 1);
    expect((await restore(ada, id)).status).toBe(200);
  });

  test('that nobody can restore any more keeps its row, for the chats that refer to it, and nobody on it', async () => {
    const gone = await make();
    const kept = await make();
    for (const { id: queueId } of [gone, kept]) {
      const assignment = { queueId, accountId: libraries.sadie, optedIn: true };
      await sql.insertInto('assignments').values(assignment).execute();
      await remove(ada, queueId);
    }
    const now = clock.now();
    await sql
      .updateTable('queues')
      .set({ deletedAt: restorableSince(now) })
      .where('id', '=', gone.id)
      .execute();
    await deleteStaleAssignments(sql, restorableSince(now));

    const rows = await sql
      .selectFrom('queues')
      .leftJoin('assignments', 'assignments.queueId', 'queues.id')
      .select(['queues.id', 'assignments.accountId'])
      .where('queues.id', 'in', [gone.id, kept.id])
      .orderBy('queues.id')
      .execute();
    expect(rows).toEqual([
      { id: gone.id, accountId: null },
      { id: kept.id, accountId: libraries.sadie },
    ]);
  });

  test('leaves the desks of its operators, takes no new chats, and lets those under way finish', async () => {
    const caller = await house.staff(libraries.sadie);
    const desk = await house.desk(caller);
    const open = await ask(house, libraries.widgetId, 'Before it was deleted');
    await claim(house, open.chatId, caller);

    const gone = desk.until((frame) =>
      frame.t === 'desk' && frame.desk.queues.every(({ id }) => id !== libraries.queueId)
        ? frame
        : undefined,
    );
    await remove(ada, libraries.queueId);
    await gone;
    const chat = await sql
      .selectFrom('chats')
      .select(['state', 'ownerId'])
      .where('id', '=', open.chatId)
      .executeTakeFirstOrThrow();
    expect(chat).toEqual({ state: 'active', ownerId: libraries.sadie });

    // The chain goes on to the co-op, past what is not there.
    const next = await ask(house, libraries.widgetId, 'After it was deleted');
    const offers = await sql
      .selectFrom('offers')
      .select('queueId')
      .where('chatId', '=', next.chatId)
      .execute();
    expect(offers).toEqual([{ queueId: libraries.coopQueueId }]);
    await restore(ada, libraries.queueId);
    await desk.close();
  });
});
