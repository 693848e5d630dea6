import {
  addCoopInstitution,
  changeCoop,
  createCoop,
  deleteCoop,
  listCoopAdmins,
  listCoops,
  readCoop,
  removeCoopInstitution,
} from '#protocol/coops.ts';
import { readLevels } from '#protocol/levels.ts';
import { created, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { createCoop as makeCoop } from './create-coop.ts';
import { endCoop } from './end-coop.ts';
import { levelTable } from './levels.ts';
import { listAdmins } from './list-admins.ts';
import { placeInstitution } from './place-institution.ts';
import { readCoop as readDetail, listCoops as readPage } from './read-coop.ts';
import { removeInstitution } from './remove-institution.ts';
import { renameCoop } from './rename-coop.ts';

/** Co-ops and their libraries; the people in them are in `coop-accounts`. */
export function routeCoops(app: App, parts: Parts): void {
  const { sql } = parts.database;

  route(app, listCoops, async ({ actor }) =>
    ok({ items: await readPage(sql, actor), nextCursor: null }),
  );
  route(app, createCoop, async ({ actor, body }) => created(await makeCoop(parts, actor, body)));
  route(app, readCoop, async ({ actor, params }) =>
    ok(await readDetail(sql, actor, params.coopId)),
  );
  route(app, changeCoop, async ({ actor, params, body }) =>
    ok(await renameCoop(parts, actor, params.coopId, body.name)),
  );
  route(app, deleteCoop, async ({ actor, params }) => {
    await endCoop(parts, actor, params.coopId);
    return noContent();
  });
  route(app, addCoopInstitution, async ({ actor, params, body }) =>
    ok(await placeInstitution(parts, actor, params, body.coverage)),
  );
  route(app, removeCoopInstitution, async ({ actor, params }) => {
    await removeInstitution(parts, actor, params);
    return noContent();
  });
  route(app, listCoopAdmins, async ({ actor, params }) =>
    ok({ items: await listAdmins(sql, actor, params.coopId) }),
  );
  route(app, readLevels, () => ok(levelTable()));
}
