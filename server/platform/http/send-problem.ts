import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BODY_BYTES } from '#protocol/limits.ts';
import { isDatabaseAway, isDatabaseBusy } from '../database/index.ts';
import type { Log } from '../log.ts';
import { ProblemError, problem, problemBody } from '../problem.ts';

const MEDIA_TYPE = 'application/problem+json';
/** Seconds. Carrel's own PostgreSQL is back well within it. */
const TRY_AGAIN_AFTER = '2';

/** The one place where an error becomes an HTTP answer (RFC 9457). */
export function createProblemSender(log: Log) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const told = tell(error, request) ?? unexpected(error, request, log);
    const body = problemBody(told);
    reply.code(body.status).headers(told.headers).type(MEDIA_TYPE).send(JSON.stringify(body));
  };
}

/** For bytes that are no HTTP at all: there is no request, only a socket. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(
    problemBody(problem('malformed', 'This could not be read as an HTTP request.')),
  );
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: ${MEDIA_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function tell(error: unknown, { routeOptions }: FastifyRequest): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  if (!(error instanceof Error)) return undefined;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem(
        'too_large',
        `A body may have ${Math.floor((routeOptions.bodyLimit ?? BODY_BYTES) / 1024)} KB at most.`,
      );
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem('unsupported_media_type', 'Send the body as application/json.');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return problem('malformed', 'The body does not have the length that Content-Length tells.');
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return problem('malformed', 'The address can’t be read.');
    default:
  }
  if (error instanceof SyntaxError && statusCode === 400) {
    return problem('malformed', 'The body is not valid JSON.');
  }
  if (statusCode === 404) return problem('not_found');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return problem('malformed');
  return undefined;
}

function unexpected(error: unknown, request: FastifyRequest, log: Log): ProblemError {
  const { id, method, routeOptions } = request;
  if (isDatabaseAway(error)) {
    log.warn({ requestId: id, method, route: routeOptions.url, err: error }, 'database away');
    return problem(
      'unavailable',
      'The database does not answer at the moment. Try again in a few seconds.',
      undefined,
      { 'retry-after': TRY_AGAIN_AFTER },
    );
  }
  if (isDatabaseBusy(error)) {
    log.warn(
      { requestId: id, method, route: routeOptions.url, err: error },
      'given up as too slow',
    );
    return problem(
      'unavailable',
      'Somebody else is changing the same thing at the moment; nothing was changed. Try again in a few seconds.',
      undefined,
      { 'retry-after': TRY_AGAIN_AFTER },
    );
  }
  log.error({ requestId: id, method, route: routeOptions.url, err: error }, 'unexpected error');
  return problem(
    'internal',
    `Something went wrong on our side; nothing was changed. Whoever runs this Carrel finds the reason in its log under ${id}.`,
  );
}
