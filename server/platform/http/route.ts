import { isDeepStrictEqual } from 'node:util';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Access, Call, Endpoint } from '#protocol/endpoint.ts';
import { BODY_BYTES } from '#protocol/limits.ts';
import { problem } from '../problem.ts';
import type { PatronActor, StaffActor } from './actor.ts';
import type { Answer, FileBody } from './answer.ts';
import type { App } from './app.ts';
import { refuseForeignPage } from './origins.ts';
import { parsePart } from './parse-part.ts';
import type { Traffic } from './traffic.ts';

interface ActorOf {
  public: null;
  staff: StaffActor;
  patron: PatronActor;
  party: StaffActor | PatronActor;
}

type BodyOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : null;

/** Any of the endpoint's statuses, each with the body that its schema tells. */
type AnswerOf<Definition extends Endpoint> = {
  [Status in keyof Definition['answers'] & number]: Answer<
    Status,
    Definition['files'] extends readonly string[] ? FileBody : BodyOf<Definition['answers'][Status]>
  >;
}[keyof Definition['answers'] & number];

export interface HandlerCall<Definition extends Endpoint> extends Call<Definition> {
  readonly actor: ActorOf[Definition['access']];
  readonly request: FastifyRequest;
}

export type Handler<Definition extends Endpoint> = (
  call: HandlerCall<Definition>,
) => AnswerOf<Definition> | Promise<AnswerOf<Definition>>;

export interface RouteOptions {
  /** Which rate limit counts; `usual` unless told. `polled` also leaves out headers, log and timings. */
  readonly traffic?: Traffic;
  /** A public endpoint that sets a session cookie answers our own pages alone. */
  readonly ownPagesOnly?: boolean;
  /** Open to who must add a second factor first: one's session, password and second factors. */
  readonly withoutSecondFactor?: boolean;
}

/** Endpoints of these kinds answer pages of any origin, since none of them heeds a cookie from there. */
const OPEN_ACCESS: ReadonlySet<Access> = new Set<Access>(['public', 'patron', 'party']);

/**
 * Binds an endpoint of `protocol/` to its handler, below `/api/v1`.
 *
 * In this order, each step answered by its problem: rate limit (429), body (400, 413, 415), origin (403),
 * who asks (401), parameters, query and body by their schemas (400, 422; see `parsePart`), the handler.
 */
export function route<const Definition extends Endpoint>(
  app: App,
  endpoint: Definition,
  handler: Handler<Definition>,
  options: RouteOptions = {},
): void {
  const ownPagesOnly = options.ownPagesOnly ?? false;
  const check = app.checksAnswers ? checkAnswer : undefined;

  app.route({
    method: endpoint.method,
    url: urlOf(endpoint),
    bodyLimit: endpoint.bodyBytes ?? BODY_BYTES,
    config: {
      endpoint,
      traffic: options.traffic ?? 'usual',
      anyOrigin: OPEN_ACCESS.has(endpoint.access) && !ownPagesOnly,
    },
    handler: async (request, reply) => {
      if (ownPagesOnly) refuseForeignPage(request, app.ownOrigin, app.sessionCookie);
      const actor = endpoint.access === 'public' ? null : await admit(app, endpoint, request);
      if (actor?.kind === 'staff' && actor.mustAddSecondFactor && !options.withoutSecondFactor)
        throw problem('second_factor_required');
      const answer = await handler({
        params: endpoint.params && parsePart(endpoint.params, request.params),
        query: endpoint.query && parsePart(endpoint.query, request.query),
        body: endpoint.body && parsePart(endpoint.body, request.body),
        actor,
        request,
      } as HandlerCall<Definition>);
      check?.(endpoint, answer);
      reply.code(answer.status);
      if (answer.headers !== undefined) reply.headers(answer.headers);
      return answer.body === null ? reply.send() : answer.body;
    },
  });
}

/** `/chats/{chatId}` of the contract is `/api/v1/chats/:chatId` of the router. */
export function urlOf(endpoint: Endpoint): string {
  return `/api/v1${endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
}

async function admit(
  app: App,
  endpoint: Endpoint,
  request: FastifyRequest,
): Promise<StaffActor | PatronActor> {
  // A proxy before us may ask for a password of its own, and that comes as `Basic`.
  const byToken = request.headers.authorization?.startsWith('Bearer ') ?? false;
  if (endpoint.access === 'patron' || (endpoint.access === 'party' && byToken)) {
    const patron = await app.authenticate.patron(request);
    app.limits.takeForActor(patron.chatId);
    return patron;
  }
  refuseForeignPage(request, app.ownOrigin, app.sessionCookie);
  const staff = await app.authenticate.staff(request);
  app.limits.takeForActor(staff.accountId);
  return staff;
}

/** In tests: an answer that its schema does not know, or that says more than its schema, is a bug of ours. */
function checkAnswer(endpoint: Endpoint, answer: Answer<number, unknown>): void {
  const name = `${endpoint.method} ${endpoint.path} -> ${answer.status}`;
  const schema = endpoint.answers[answer.status];
  if (schema === undefined) throw new Error(`${name}: the endpoint does not name this status`);
  if (endpoint.files !== undefined) return;
  if (schema === null) {
    if (answer.body !== null) throw new Error(`${name}: the endpoint has no body here`);
    return;
  }
  const sent: unknown = JSON.parse(JSON.stringify(answer.body));
  const known = schema.parse(sent);
  if (!isDeepStrictEqual(sent, JSON.parse(JSON.stringify(known)))) {
    throw new Error(`${name}: the answer says more than its schema`);
  }
}
