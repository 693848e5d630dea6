import type { FastifyRequest } from 'fastify';
import { nameDevice } from './device.ts';

/** Where a session was begun, so that its owner knows it again in a list. */
export interface Visit {
  /** `Firefox on Linux`; empty where the browser does not say. */
  readonly device: string;
  readonly address: string;
}

export function visitOf(request: FastifyRequest): Visit {
  return { device: nameDevice(request.headers['user-agent'] ?? ''), address: request.ip };
}
