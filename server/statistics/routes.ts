import { compareStatistics, exportStatistics, readStatistics } from '#protocol/statistics.ts';
import { file, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { compareStatistics as compare } from './compare-statistics.ts';
import { exportStatistics as writeLines } from './export-statistics.ts';
import { readStatistics as addUp } from './read-statistics.ts';

export function routeStatistics(app: App, parts: Parts): void {
  route(app, readStatistics, async ({ actor, query }) => ok(await addUp(parts, actor, query)));

  route(app, compareStatistics, async ({ actor, query }) => ok(await compare(parts, actor, query)));

  route(app, exportStatistics, async ({ actor, query }) => {
    const day = parts.clock.now().toISOString().slice(0, 10);
    const lines = writeLines(await addUp(parts, actor, query));
    return file(`statistics-${day}.csv`, 'text/csv; charset=utf-8', lines);
  });
}
