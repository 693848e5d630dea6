import {
  changeRoom,
  createRoom,
  deleteRoom,
  listDeletedRooms,
  listRooms,
  restoreRoom,
} from '#protocol/shared-things.ts';
import { created, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import {
  createThing,
  deleteThing,
  ROOM,
  readDeletedThings,
  readThings,
  renameThing,
  restoreThing,
} from '../shared-things/index.ts';

/** Who is in a room is in `assignments`. */
export function routeRooms(app: App, parts: Parts): void {
  const { clock, database } = parts;

  route(app, listRooms, async ({ actor }) =>
    ok({ items: await readThings(database.sql, ROOM, actor), nextCursor: null }),
  );
  route(app, listDeletedRooms, async ({ actor }) => {
    const items = await readDeletedThings(database.sql, ROOM, actor, clock.now());
    return ok({ items, nextCursor: null });
  });
  route(app, createRoom, async ({ actor, body }) =>
    created(await createThing(parts, ROOM, actor, body)),
  );
  route(app, changeRoom, async ({ actor, params, body }) =>
    ok(await renameThing(parts, ROOM, actor, params.roomId, body.name)),
  );
  route(app, deleteRoom, async ({ actor, params }) => {
    await deleteThing(parts, ROOM, actor, params.roomId);
    return noContent();
  });
  route(app, restoreRoom, async ({ actor, params }) =>
    ok(await restoreThing(parts, ROOM, actor, params.roomId)),
  );
}
