import {
  addCoopAccounts,
  changeCoopAccount,
  findCoopCandidates,
  listCoopAccounts,
  listCoopCandidates,
  readCoopAccount,
  removeCoopAccount,
  removeCoopAccounts,
} from '#protocol/coop-accounts.ts';
import { created, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { addAccounts } from './add-accounts.ts';
import { changeLevel } from './change-level.ts';
import { findCandidates } from './find-candidates.ts';
import { listAccounts } from './list-accounts.ts';
import { listCandidates } from './list-candidates.ts';
import { readAccount } from './read-account.ts';
import { removeAccounts } from './remove-accounts.ts';

/** Manage Accounts: who is in a co-op, and at what level. */
export function routeCoopAccounts(app: App, parts: Parts): void {
  const { sql } = parts.database;

  route(app, listCoopAccounts, async ({ actor, params, query }) =>
    ok(await listAccounts(sql, actor, params.coopId, query)),
  );
  route(app, listCoopCandidates, async ({ actor, params, query }) =>
    ok(await listCandidates(sql, actor, params.coopId, query)),
  );
  route(app, findCoopCandidates, async ({ actor, params, body }) =>
    ok(await findCandidates(sql, actor, params.coopId, body.usernames)),
  );
  route(app, addCoopAccounts, async ({ actor, params, body }) =>
    created({ items: await addAccounts(parts, actor, params.coopId, body) }),
  );
  route(app, removeCoopAccounts, async ({ actor, params, body }) => {
    await removeAccounts(parts, actor, params.coopId, body.accountIds);
    return noContent();
  });
  route(app, readCoopAccount, async ({ actor, params }) =>
    ok(await readAccount(sql, actor, params)),
  );
  route(app, changeCoopAccount, async ({ actor, params, body }) =>
    ok(await changeLevel(parts, actor, params, body.level)),
  );
  route(app, removeCoopAccount, async ({ actor, params }) => {
    await removeAccounts(parts, actor, params.coopId, [params.accountId]);
    return noContent();
  });
}
