import type { FastifyRequest } from 'fastify';
import type { ProblemError } from '../problem.ts';
import { problem } from '../problem.ts';
import type { App } from './app.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** An unknown address, or a known one asked in the wrong way: then `Allow` tells the right ones. */
export function notFound(app: App, request: FastifyRequest): ProblemError {
  const url = request.url.split('?', 1)[0] ?? '';
  const allowed = METHODS.filter((method) => {
    const found = app.findRoute({ method, url });
    return found !== null && !('*' in found.params);
  }).join(', ');
  if (allowed === '') return problem('not_found', 'There is nothing at this address.');
  return problem('not_found', `This address answers ${allowed} alone.`, undefined, {
    allow: allowed,
  });
}
