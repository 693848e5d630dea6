import { chooseLimit, chooseState } from '#protocol/presence.ts';
import { optIntoQueue } from '#protocol/queues.ts';
import { ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { chooseLimit as saveLimit } from './choose-limit.ts';
import { chooseState as saveState } from './choose-state.ts';
import { optIntoQueue as saveOptIn } from './opt-into-queue.ts';

export function routePresence(app: App, parts: Parts): void {
  route(app, chooseState, async ({ actor, body }) => ok(await saveState(parts, actor, body.state)));

  route(app, chooseLimit, async ({ actor, body }) =>
    ok(await saveLimit(parts, actor, body.maxChats)),
  );

  route(app, optIntoQueue, async ({ actor, params, body }) =>
    ok(await saveOptIn(parts, actor, { queueId: params.queueId, optedIn: body.optedIn })),
  );
}
