import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { fastify } from 'fastify';
import type { Endpoint } from '#protocol/endpoint.ts';
import { BODY_BYTES } from '#protocol/limits.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { ProblemError } from '../problem.ts';
import { problem } from '../problem.ts';
import type { Authenticate } from './actor.ts';
import type { SessionCookie } from './cookies.ts';
import { sessionCookie } from './cookies.ts';
import { takeJsonAlone } from './json-body.ts';
import { observeAnswers } from './observe.ts';
import { allowAnyOrigin, answerPreflight } from './origins.ts';
import type { Page } from './security-headers.ts';
import { securityHeaders } from './security-headers.ts';
import { answerBrokenRequest, createProblemSender } from './send-problem.ts';
import type { Limits, Traffic } from './traffic.ts';
import { createLimits, limitByAddress } from './traffic.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly authenticate: Authenticate;
    readonly limits: Limits;
    /** Origin of PUBLIC_URL, as a browser sends it. */
    readonly ownOrigin: string;
    readonly sessionCookie: SessionCookie;
    readonly checksAnswers: boolean;
  }
  interface FastifyContextConfig {
    /** Which security headers; `api` unless told. */
    page?: Page;
    /** Which rate limit; `usual` unless told. */
    traffic?: Traffic;
    anyOrigin?: boolean;
    /** Neither logged nor timed: health, and what is asked too often to be told. */
    quiet?: boolean;
    /** The contract that this route was bound by. */
    endpoint?: Endpoint;
  }
}

export type App = FastifyInstance;

export interface AppOptions {
  /** Address that people open Carrel at: an origin. */
  readonly publicUrl: string;
  /** Addresses or networks whose `X-Forwarded-For` counts; empty: nobody's. */
  readonly trustedProxies: readonly string[];
  readonly log: Log;
  readonly metrics: Metrics;
  readonly authenticate: Authenticate;
  /** Milliseconds that never run backwards, for rate limits. */
  readonly ticks?: () => number;
  /** Hold every answer against its schema; costs time, so tests alone. */
  readonly checksAnswers?: boolean;
}

/** The HTTP server without its features: each brings its routes by `route(app, endpoint, handler)`. */
export function buildApp(options: AppOptions): App {
  const sendProblem = createProblemSender(options.log);
  const app = fastify({
    // Our own lines, one a request: Fastify's carry the whole address, with its query.
    logger: false,
    genReqId: requestIds(),
    bodyLimit: BODY_BYTES,
    trustProxy: options.trustedProxies.length > 0 && [...options.trustedProxies],
    // A draining server answers what still comes over open connections, and then closes them.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) =>
      sendProblem(error, request as FastifyRequest, reply),
    clientErrorHandler: answerBrokenRequest,
  });

  const ownOrigin = new URL(options.publicUrl).origin;
  const limits = createLimits(options.ticks ?? (() => performance.now()));
  app.decorate('authenticate', options.authenticate);
  app.decorate('limits', limits);
  app.decorate('ownOrigin', ownOrigin);
  app.decorate('sessionCookie', sessionCookie(options.publicUrl));
  app.decorate('checksAnswers', options.checksAnswers ?? process.env['NODE_ENV'] === 'test');

  takeJsonAlone(app);
  app.setErrorHandler(sendProblem);
  const headers = securityHeaders(ownOrigin);
  equipRoutes(app, headers, observeAnswers(options.log, options.metrics));
  app.setNotFoundHandler((request, reply) => {
    reply.headers(headers.api);
    sendProblem(notFound(app, request), request, reply);
  });
  return app;
}

/** Gives each route the hooks that its config asks for, and none besides: the polled one must cost nothing. */
function equipRoutes(
  app: App,
  headers: ReturnType<typeof securityHeaders>,
  observe: ReturnType<typeof observeAnswers>,
): void {
  app.addHook('onRoute', (route: RouteOptions) => {
    // Made from a GET that has its hooks already.
    if (route.method === 'HEAD') return;
    const {
      page = 'api',
      traffic = 'usual',
      anyOrigin = false,
      quiet = false,
    } = route.config ?? {};
    const before = [];
    if (anyOrigin) before.push(allowAnyOrigin);
    if (traffic !== 'polled') before.push(writeHeaders(headers[page]));
    before.push(limitByAddress(app.limits, traffic));
    route.onRequest = [...before, ...[route.onRequest ?? []].flat()];
    if (!quiet && traffic !== 'polled')
      route.onResponse = [observe, ...[route.onResponse ?? []].flat()];
    if (anyOrigin && route.method !== 'OPTIONS') allowPreflight(app, route.url);
  });
}

function allowPreflight(app: App, url: string): void {
  if (app.hasRoute({ method: 'OPTIONS', url })) return;
  app.options(url, { config: { anyOrigin: true, quiet: true } }, answerPreflight);
}

function writeHeaders(headers: Readonly<Record<string, string>>) {
  return (
    _request: unknown,
    reply: { headers(values: object): unknown },
    done: () => void,
  ): void => {
    reply.headers(headers);
    done();
  };
}

/** Unique over restarts, at the price of an addition. */
function requestIds(): () => string {
  const run = randomBytes(4).toString('hex');
  let count = 0;
  return () => `${run}-${(++count).toString(36)}`;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** An unknown address, or a known one asked in the wrong way: then `Allow` tells the right ones. */
function notFound(app: App, request: FastifyRequest): ProblemError {
  const path = request.url.split('?', 1)[0] ?? '';
  const possible = METHODS.filter((method) => app.findRoute({ method, url: path }) !== null);
  if (possible.length === 0) return problem('not_found', 'There is nothing at this address.');
  const allowed = possible.join(', ');
  return problem('not_found', `This address answers ${allowed} alone.`, undefined, {
    allow: allowed,
  });
}
