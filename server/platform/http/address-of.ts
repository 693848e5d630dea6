import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

/** Where a request came from; empty once its connection is gone. */
export type AddressOf = (request: IncomingMessage) => string;

/** For requests that never become Fastify's: by the same proxies and the same rule as its `request.ip`. */
export function addressReader(trustedProxies: readonly string[]): AddressOf {
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  return (request) => proxyAddr(request, isTrusted) ?? '';
}
