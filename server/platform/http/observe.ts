import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

/** An `onResponse` hook: one log line and one timing a request, by route pattern, never by address. */
export function observeAnswers(log: Log, metrics: Metrics) {
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const { id, method } = request;
    const route = request.routeOptions.url ?? '(none)';
    const status = reply.statusCode;
    metrics.timeAnswer(method, route, status, reply.elapsedTime / 1_000);
    log.info(
      { requestId: id, method, route, status, ms: Math.round(reply.elapsedTime * 10) / 10 },
      'request',
    );
    done();
  };
}
