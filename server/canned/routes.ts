import {
  changePoolMessage,
  createPoolMessage,
  deletePoolMessage,
  listPoolMessages,
  searchCannedMessages,
} from '#protocol/canned-messages.ts';
import {
  changePool,
  createPool,
  deletePool,
  listDeletedPools,
  listPools,
  restorePool,
} from '#protocol/shared-things.ts';
import { created, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import {
  createThing,
  deleteThing,
  POOL,
  readDeletedThings,
  readThing,
  renameThing,
  restoreThing,
} from '../shared-things/index.ts';
import { addMessage } from './add-message.ts';
import { changeMessage } from './change-message.ts';
import { deleteMessage } from './delete-message.ts';
import { readPools, withCount } from './read-pools.ts';
import { listMessages, searchMessages } from './store.ts';

/** What fits a list under a text field. */
const FOUND_AT_MOST = 50;

/** Who is a member of a pool is in `assignments`. */
export function routeCanned(app: App, parts: Parts): void {
  const { clock, database } = parts;
  const { sql } = database;

  route(app, listPools, async ({ actor }) =>
    ok({ items: await readPools(sql, actor), nextCursor: null }),
  );
  route(app, listDeletedPools, async ({ actor }) =>
    ok({ items: await readDeletedThings(sql, POOL, actor, clock.now()), nextCursor: null }),
  );
  route(app, createPool, async ({ actor, body }) =>
    created({ ...(await createThing(parts, POOL, actor, body)), messages: 0 }),
  );
  route(app, changePool, async ({ actor, params, body }) =>
    ok(await withCount(sql, await renameThing(parts, POOL, actor, params.poolId, body.name))),
  );
  route(app, deletePool, async ({ actor, params }) => {
    await deleteThing(parts, POOL, actor, params.poolId);
    return noContent();
  });
  route(app, restorePool, async ({ actor, params }) =>
    ok(await withCount(sql, await restoreThing(parts, POOL, actor, params.poolId))),
  );

  route(app, listPoolMessages, async ({ actor, params }) => {
    const pool = await readThing(sql, POOL, actor, params.poolId);
    return ok({ items: await listMessages(sql, pool.id), nextCursor: null });
  });
  route(app, createPoolMessage, async ({ actor, params, body }) =>
    created(await addMessage(parts, actor, params.poolId, body)),
  );
  route(app, changePoolMessage, async ({ actor, params, body }) =>
    ok(await changeMessage(parts, actor, params, body)),
  );
  route(app, deletePoolMessage, async ({ actor, params }) => {
    await deleteMessage(parts, actor, params);
    return noContent();
  });

  route(app, searchCannedMessages, async ({ actor, query }) => {
    const items = await searchMessages(sql, actor.accountId, query.q, FOUND_AT_MOST);
    return ok({ items, nextCursor: null });
  });
}
