import type { Endpoint } from '#protocol/endpoint.ts';
import { ENDPOINTS } from '#protocol/endpoints.ts';
import type { App } from '../app.ts';
import { urlOf } from '../route.ts';

/** Endpoints that the contract promises and that no feature has bound, as `GET /path`. */
export function findUnrouted(app: App): string[] {
  return Object.values(ENDPOINTS)
    .flatMap((endpoints) => Object.values<Endpoint>(endpoints))
    .filter((endpoint) => !app.hasRoute({ method: endpoint.method, url: urlOf(endpoint) }))
    .map(({ method, path }) => `${method} ${path}`);
}
