import { listInstitutions } from '#protocol/institutions.ts';
import type { Database } from '../platform/database/index.ts';
import { ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import { listInstitutions as readInstitutions } from './store.ts';

export function routeInstitutions(app: App, { database }: { database: Database }): void {
  route(app, listInstitutions, async ({ actor }) => {
    const only = actor.role === 'owner' ? null : actor.institutionId;
    return ok({ items: await readInstitutions(database.sql, only), nextCursor: null });
  });
}
