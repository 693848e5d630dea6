import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../problem.ts';
import type { SessionCookie } from './cookies.ts';
import { readSessionCookie } from './cookies.ts';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Seconds that a browser may remember a preflight; Chromium keeps at most two hours. */
const PREFLIGHT_SECONDS = 7_200;

/** A cookie travels by itself, so an unsafe request counts only from a page of ours. Programs send no cookie. */
export function refuseForeignPage(
  request: FastifyRequest,
  ownOrigin: string,
  cookie: SessionCookie,
): void {
  if (SAFE_METHODS.has(request.method)) return;
  const { origin } = request.headers;
  if (origin === ownOrigin) return;
  if (origin === undefined && readSessionCookie(request.headers.cookie, cookie) === undefined)
    return;
  throw problem(
    'foreign_origin',
    `Carrel takes this only from its own pages at ${ownOrigin}. Open it at that address and try again.`,
  );
}

/** Any origin, never with credentials: what a patron's token opens is the same from every page. */
export function allowAnyOrigin(
  _request: FastifyRequest,
  reply: FastifyReply,
  done: () => void,
): void {
  reply.header('access-control-allow-origin', '*');
  done();
}

export function answerPreflight(_request: FastifyRequest, reply: FastifyReply): void {
  reply
    .headers({
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'authorization, content-type, idempotency-key',
      'access-control-max-age': PREFLIGHT_SECONDS,
    })
    .code(204)
    .send();
}
