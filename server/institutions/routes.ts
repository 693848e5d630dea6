import { changeInstitution, createInstitution, listInstitutions } from '#protocol/institutions.ts';
import { created, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { changeInstitution as saveChange } from './change-institution.ts';
import { createInstitution as makeInstitution } from './create-institution.ts';
import { listInstitutions as readInstitutions } from './store.ts';

export function routeInstitutions(app: App, parts: Parts): void {
  route(app, listInstitutions, async ({ actor }) => {
    const only = actor.role === 'owner' ? null : actor.institutionId;
    return ok({ items: await readInstitutions(parts.database.sql, only), nextCursor: null });
  });
  route(app, createInstitution, async ({ actor, body }) =>
    created(await makeInstitution(parts, actor, body)),
  );
  route(app, changeInstitution, async ({ actor, params, body }) =>
    ok(await saveChange(parts, actor, params.institutionId, body)),
  );
}
