import { exportContribution, readActivity, readContribution } from '#protocol/contribution.ts';
import { file, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { exportContribution as writeLines } from './export-contribution.ts';
import { readActivity as readOwn } from './read-activity.ts';
import { readContribution as readLedger } from './read-contribution.ts';

export function routeContribution(app: App, parts: Parts): void {
  route(app, readContribution, async ({ actor, params, query }) =>
    ok(await readLedger(parts, actor, params.coopId, query)),
  );

  route(app, exportContribution, async ({ actor, params, query }) => {
    const { items } = await readLedger(parts, actor, params.coopId, query);
    const day = parts.clock.now().toISOString().slice(0, 10);
    return file(`contribution-${day}.csv`, 'text/csv; charset=utf-8', writeLines(items));
  });

  route(app, readActivity, async ({ actor, params, query }) =>
    ok(await readOwn(parts, actor, params.coopId, query)),
  );
}
