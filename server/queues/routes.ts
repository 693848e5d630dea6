import { listQueues } from '#protocol/queues.ts';
import { ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { listVisibleQueues } from './store.ts';

export function routeQueues(app: App, parts: Parts): void {
  route(app, listQueues, async ({ actor }) =>
    ok({ items: await listVisibleQueues(parts.database.sql, actor), nextCursor: null }),
  );
}
