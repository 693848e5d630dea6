import type { FastifyRequest } from 'fastify';
import { problem } from '../problem.ts';
import { createBuckets } from './buckets.ts';
import { networkOf } from './network-of.ts';

/**
 * Kinds of requests, each with its own limit by address. A reading room, a campus or a whole library
 * stands behind one address, so these stop a flood, never a busy morning.
 */
export const RATES = {
  usual: { perSecond: 100, burst: 1_000 },
  /** What every open page of a library asks twice a minute: 200 pages of a reading room are 7 a second. */
  polled: { perSecond: 2_000, burst: 10_000 },
  /** A whole shift signs in at once; who guesses passwords gets 30 a minute. */
  signIn: { perSecond: 0.5, burst: 50 },
  /** A class that tries the chat together passes. */
  opening: { perSecond: 1, burst: 60 },
  /** After a restart all come back at once: the patrons of a campus behind its one address, and an office of desks. */
  socket: { perSecond: 50, burst: 3_000 },
} as const satisfies Record<string, Rate>;

/** What one account or one chat may ask, from wherever: a refill a second and a burst. */
const ACTOR_RATE: Rate = { perSecond: 20, burst: 200 };

export type Traffic = keyof typeof RATES;

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

export interface Limits {
  /** @throws `too_many_requests` with `Retry-After` in seconds */
  takeForAddress(traffic: Traffic, address: string): void;
  /** @throws `too_many_requests` with `Retry-After` in seconds */
  takeForActor(id: string): void;
}

/** Limits of one process. `now` in milliseconds, never backwards. */
export function createLimits(now: () => number): Limits {
  const byAddress = {
    usual: createBuckets(RATES.usual, now),
    polled: createBuckets(RATES.polled, now),
    signIn: createBuckets(RATES.signIn, now),
    opening: createBuckets(RATES.opening, now),
    socket: createBuckets(RATES.socket, now),
  };
  const byActor = createBuckets(ACTOR_RATE, now);
  return {
    takeForAddress: (traffic, address) => refuseAfter(byAddress[traffic].take(networkOf(address))),
    takeForActor: (id) => refuseAfter(byActor.take(id)),
  };
}

/** An `onRequest` hook for one kind of traffic. */
export function limitByAddress(limits: Limits, traffic: Traffic) {
  return (request: FastifyRequest, _reply: unknown, done: () => void): void => {
    limits.takeForAddress(traffic, request.ip);
    done();
  };
}

export function refuseAfter(seconds: number): void {
  if (seconds === 0) return;
  const wait = Math.ceil(seconds);
  throw problem(
    'too_many_requests',
    `Too many requests came from here. Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
    undefined,
    { 'retry-after': String(wait) },
  );
}
