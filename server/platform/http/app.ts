import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fastify } from 'fastify';
import type { Endpoint } from '#protocol/endpoint.ts';
import { BODY_BYTES } from '#protocol/limits.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Authenticate } from './actor.ts';
import { type AddressOf, addressReader } from './address-of.ts';
import type { SessionCookie } from './cookies.ts';
import { sessionCookie } from './cookies.ts';
import { equipRoutes } from './equip-routes.ts';
import { takeJsonAlone } from './json-body.ts';
import { notFound } from './not-found.ts';
import { observeAnswers } from './observe.ts';
import type { Page } from './security-headers.ts';
import { securityHeaders } from './security-headers.ts';
import { answerBrokenRequest, createProblemSender } from './send-problem.ts';
import type { Limits, Traffic } from './traffic.ts';
import { createLimits } from './traffic.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly authenticate: Authenticate;
    readonly limits: Limits;
    /** Of a request that is none of Fastify's, such as an upgrade. */
    readonly addressOf: AddressOf;
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

/** A request that takes longer to arrive holds a connection open and nothing else. */
const REQUEST_MILLISECONDS = 30_000;

/** The HTTP server without its features: each brings its routes by `route(app, endpoint, handler)`. */
export function buildApp(options: AppOptions): App {
  const sendProblem = createProblemSender(options.log);
  const ownOrigin = new URL(options.publicUrl).origin;
  const headers = securityHeaders(ownOrigin);
  const app = fastify({
    // Our own lines, one a request: Fastify's carry the whole address, with its query.
    logger: false,
    genReqId: requestIds(),
    bodyLimit: BODY_BYTES,
    trustProxy: options.trustedProxies.length > 0 && [...options.trustedProxies],
    requestTimeout: REQUEST_MILLISECONDS,
    // A draining server answers what still comes over open connections, and then closes them.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      reply.headers(headers.api);
      sendProblem(error, request as FastifyRequest, reply);
    },
    clientErrorHandler: answerBrokenRequest,
  });

  const limits = createLimits(options.ticks ?? (() => performance.now()));
  app.decorate('authenticate', options.authenticate);
  app.decorate('limits', limits);
  app.decorate('addressOf', addressReader(options.trustedProxies));
  app.decorate('ownOrigin', ownOrigin);
  app.decorate('sessionCookie', sessionCookie(options.publicUrl));
  app.decorate('checksAnswers', options.checksAnswers ?? process.env.NODE_ENV === 'test');

  takeJsonAlone(app);
  app.setErrorHandler(sendProblem);
  const observe = observeAnswers(options.log, options.metrics);
  equipRoutes(app, headers, observe);
  app.setNotFoundHandler((request, reply) => {
    reply.headers(headers.api);
    limits.takeForAddress('usual', request.ip);
    sendProblem(notFound(app, request), request, reply);
    observe(request, reply, () => undefined);
  });
  return app;
}

/** Unique over restarts, at the price of an addition. */
function requestIds(): () => string {
  const run = randomBytes(4).toString('hex');
  let count = 0;
  return () => `${run}-${(++count).toString(36)}`;
}
