import { exportContribution, readActivity, readContribution } from '#protocol/contribution.ts';
import { file, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import { type ReadingParts, readLong } from '../platform/long-reads.ts';
import { exportContribution as writeLines } from './export-contribution.ts';
import { readActivity as readOwn } from './read-activity.ts';
import { readContribution as readLedger } from './read-contribution.ts';

export function routeContribution(app: App, parts: ReadingParts): void {
  route(app, readContribution, async ({ actor, params, query, request }) =>
    ok(
      await readLong(parts, request.signal, (reading) =>
        readLedger(reading, actor, params.coopId, query),
      ),
    ),
  );

  route(app, exportContribution, async ({ actor, params, query, request }) => {
    const { items } = await readLong(parts, request.signal, (reading) =>
      readLedger(reading, actor, params.coopId, query),
    );
    const day = parts.clock.now().toISOString().slice(0, 10);
    return file(`contribution-${day}.csv`, 'text/csv; charset=utf-8', writeLines(items));
  });

  route(app, readActivity, async ({ actor, params, query, request }) =>
    ok(
      await readLong(parts, request.signal, (reading) =>
        readOwn(reading, actor, params.coopId, query),
      ),
    ),
  );
}
