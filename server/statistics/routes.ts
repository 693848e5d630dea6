import { compareStatistics, exportStatistics, readStatistics } from '#protocol/statistics.ts';
import { file, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import { type ReadingParts, readLong } from '../platform/long-reads.ts';
import { compareStatistics as compare } from './compare-statistics.ts';
import { exportStatistics as writeLines } from './export-statistics.ts';
import { readStatistics as addUp } from './read-statistics.ts';

export function routeStatistics(app: App, parts: ReadingParts): void {
  route(app, readStatistics, async ({ actor, query, request }) =>
    ok(await readLong(parts, request.signal, (reading) => addUp(reading, actor, query))),
  );

  route(app, compareStatistics, async ({ actor, query, request }) =>
    ok(await readLong(parts, request.signal, (reading) => compare(reading, actor, query))),
  );

  route(app, exportStatistics, async ({ actor, query, request }) => {
    const day = parts.clock.now().toISOString().slice(0, 10);
    const told = await readLong(parts, request.signal, (reading) => addUp(reading, actor, query));
    const lines = writeLines(told);
    return file(`statistics-${day}.csv`, 'text/csv; charset=utf-8', lines);
  });
}
