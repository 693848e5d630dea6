import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';
import type { App } from '../platform/http/app.ts';
import { networkOf } from '../platform/http/network-of.ts';
import { hashSecret, newSecret } from '../platform/secrets.ts';

/** Where a try comes from. */
export interface Whereabouts {
  readonly address: string;
  /** What the browser's device cookie holds: its own, or a new one that it gets when the try is right. */
  readonly device: string;
}

const YEAR_SECONDS = 365 * 24 * 3_600;

/**
 * The device cookie is a random number that lets nobody in: it says that the browser was there
 * before, and is worth nothing without the row that says for whom.
 */
export function readWhereabouts(app: App, request: FastifyRequest): Whereabouts {
  const { cookie } = request.headers;
  const device = cookie === undefined ? undefined : parseCookie(cookie)[nameOf(app)];
  return { address: request.ip, device: device || newSecret() };
}

/** Value of a `Set-Cookie` header. */
export function writeDeviceCookie(app: App, { device }: Whereabouts): string {
  return stringifySetCookie({
    name: nameOf(app),
    value: device,
    path: '/api/v1/session',
    httpOnly: true,
    sameSite: 'lax',
    secure: app.sessionCookie.secure,
    maxAge: YEAR_SECONDS,
  });
}

export interface Places {
  readonly device: string;
  readonly network: string;
}

/** The same as they are stored. */
export function placesOf({ address, device }: Whereabouts): Places {
  return {
    device: `device ${hashSecret(device).toString('base64url')}`,
    network: `network ${networkOf(address)}`,
  };
}

/** `__Host-` would ask for the path `/`, and so for the cookie to travel with every request. */
function nameOf(app: App): string {
  return app.sessionCookie.secure ? '__Secure-carrel_device' : 'carrel_device';
}
