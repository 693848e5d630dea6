import {
  changeQueue,
  createQueue,
  deleteQueue,
  listDeletedQueues,
  readQueue,
  restoreQueue,
} from '#protocol/queue-administration.ts';
import { listQueues } from '#protocol/queues.ts';
import { created, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { restorableSince } from '../platform/restorable-since.ts';
import { listDeletedQueues as readDeleted } from './administration-store.ts';
import { changeQueue as saveChange } from './change-queue.ts';
import { createQueue as makeQueue } from './create-queue.ts';
import { deleteQueue as removeQueue } from './delete-queue.ts';
import { readQueue as readDetail } from './read-queue.ts';
import { restoreQueue as bringBack } from './restore-queue.ts';
import { listVisibleQueues } from './store.ts';

/** Who staffs a queue is in `assignments`. */
export function routeQueues(app: App, parts: Parts): void {
  const { clock, database } = parts;
  const { sql } = database;

  route(app, listQueues, async ({ actor }) =>
    ok({ items: await listVisibleQueues(sql, actor), nextCursor: null }),
  );
  route(app, listDeletedQueues, async ({ actor }) => {
    const queues = await readDeleted(sql, actor, restorableSince(clock.now()));
    const items = queues.map((queue) => ({ ...queue, deletedAt: queue.deletedAt.toISOString() }));
    return ok({ items, nextCursor: null });
  });
  route(app, readQueue, async ({ actor, params }) =>
    ok(await readDetail(sql, actor, params.queueId)),
  );
  route(app, createQueue, async ({ actor, body }) => created(await makeQueue(parts, actor, body)));
  route(app, changeQueue, async ({ actor, params, body }) =>
    ok(await saveChange(parts, actor, params.queueId, body)),
  );
  route(app, deleteQueue, async ({ actor, params }) => {
    await removeQueue(parts, actor, params.queueId);
    return noContent();
  });
  route(app, restoreQueue, async ({ actor, params }) =>
    ok(await bringBack(parts, actor, params.queueId)),
  );
}
