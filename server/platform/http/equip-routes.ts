import type { onResponseHookHandler, RouteOptions } from 'fastify';
import type { App } from './app.ts';
import { allowAnyOrigin, answerPreflight } from './origins.ts';
import type { Page } from './security-headers.ts';
import { limitByAddress } from './traffic.ts';

type Headers = Readonly<Record<string, string>>;

/** Gives each route the hooks that its config asks for, and none besides: the polled one must cost nothing. */
export function equipRoutes(
  app: App,
  headers: Readonly<Record<Page, Headers>>,
  observe: onResponseHookHandler,
): void {
  app.addHook('onRoute', (route: RouteOptions) => {
    const {
      page = 'api',
      traffic = 'usual',
      anyOrigin = false,
      quiet = false,
    } = route.config ?? {};
    const isPolled = traffic === 'polled';
    route.onRequest = [
      ...(anyOrigin ? [allowAnyOrigin] : []),
      ...(isPolled ? [] : [writeHeaders(headers[page])]),
      limitByAddress(app.limits, traffic),
      ...[route.onRequest ?? []].flat(),
    ];
    if (!quiet && !isPolled) route.onResponse = [observe, ...[route.onResponse ?? []].flat()];
    if (anyOrigin && route.method !== 'OPTIONS') allowPreflight(app, route.url);
  });
}

function allowPreflight(app: App, url: string): void {
  if (app.hasRoute({ method: 'OPTIONS', url })) return;
  app.options(url, { config: { anyOrigin: true, quiet: true } }, answerPreflight);
}

function writeHeaders(headers: Headers) {
  return (
    _request: unknown,
    reply: { headers(values: Headers): unknown },
    done: () => void,
  ): void => {
    reply.headers(headers);
    done();
  };
}
