import type { FastifyRequest } from 'fastify';
import {
  compareStatistics,
  exportComparison,
  exportStatistics,
  readStatistics,
} from '#protocol/statistics.ts';
import { file, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import { type Reading, type ReadingParts, readLong } from '../platform/long-reads.ts';
import { compareStatistics as compare } from './compare-statistics.ts';
import {
  exportComparison as writeCompared,
  exportStatistics as writeLines,
} from './export-statistics.ts';
import { readStatistics as addUp } from './read-statistics.ts';

export function routeStatistics(app: App, parts: ReadingParts): void {
  const long = <Told>({ signal }: FastifyRequest, read: (reading: Reading) => Promise<Told>) =>
    readLong(parts, signal, read);
  const csv = (name: string, lines: string) => {
    const day = parts.clock.now().toISOString().slice(0, 10);
    return file(`${name}-${day}.csv`, 'text/csv; charset=utf-8', lines);
  };

  route(app, readStatistics, async ({ actor, query, request }) =>
    ok(await long(request, (reading) => addUp(reading, actor, query))),
  );

  route(app, exportStatistics, async ({ actor, query, request }) =>
    csv('statistics', writeLines(await long(request, (reading) => addUp(reading, actor, query)))),
  );

  route(app, compareStatistics, async ({ actor, query, request }) =>
    ok(await long(request, (reading) => compare(reading, actor, query))),
  );

  route(app, exportComparison, async ({ actor, query, request }) => {
    const compared = await long(request, (reading) => compare(reading, actor, query));
    return csv(`statistics-by-${query.by}`, writeCompared(query.by, compared));
  });
}
