import type { FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics.ts';
import { problem } from '../problem.ts';
import type { App } from './app.ts';

/** What has to hold before requests are sent here, by name; a check throws when it does not. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<unknown>>>;

/** A check that says nothing for this long has failed, in milliseconds. */
const PATIENCE = 2_000;

const QUIET = { config: { quiet: true } } as const;

export interface HealthOptions {
  readonly checks: ReadinessChecks;
  /** `/metrics` answers not this machine alone. */
  readonly openMetrics: boolean;
}

/** `/health/live`: the process answers. `/health/ready`: it can serve. `/metrics`: for Prometheus. */
export function routeHealth(
  app: App,
  metrics: Metrics,
  { checks, openMetrics }: HealthOptions,
): void {
  app.get('/health/live', QUIET, async () => ({ status: 'live' }));

  app.get('/health/ready', QUIET, async () => {
    const failed = await findFailed(checks);
    if (failed.length > 0) throw problem('unavailable', `Not ready: ${failed.join(', ')}.`);
    return { status: 'ready' };
  });

  app.get('/metrics', QUIET, async (request, reply) => {
    if (!openMetrics && !isFromThisMachine(request))
      throw problem('may_not', 'Metrics are read on this machine alone, unless METRICS=on.');
    reply.type(metrics.registry.contentType);
    return metrics.registry.metrics();
  });
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** A proxy on this machine speaks for others, and says so. */
function isFromThisMachine({ socket, headers }: FastifyRequest): boolean {
  const isForwarded = 'x-forwarded-for' in headers || 'forwarded' in headers;
  return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '');
}

async function findFailed(checks: ReadinessChecks): Promise<string[]> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => ((await holds(check)) ? [] : [name])),
  );
  return results.flat();
}

async function holds(check: () => Promise<unknown>): Promise<boolean> {
  const { promise: patienceEnds, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), PATIENCE);
  const answer = await Promise.race([passes(check), patienceEnds]);
  clearTimeout(timer);
  return answer;
}

async function passes(check: () => Promise<unknown>): Promise<boolean> {
  try {
    await check();
    return true;
  } catch {
    return false;
  }
}
