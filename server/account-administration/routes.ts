import {
  changeAccount,
  checkUsername,
  createAccount,
  deleteAccount,
  listAccounts,
  readAccount,
  restoreAccount,
} from '#protocol/account-administration.ts';
import { listContacts } from '#protocol/contacts.ts';
import {
  changeManyAccounts,
  deleteAccounts,
  restoreAccounts,
  setAssignments,
} from '#protocol/many-accounts.ts';
import type { LetterParts } from '../passwords/index.ts';
import { created, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { changeAccount as saveChange } from './change-account.ts';
import { changeMany, setMany } from './change-many-accounts.ts';
import { checkUsername as lookUpUsername } from './check-username.ts';
import { createAccount as makeAccount } from './create-account.ts';
import { deleteAccounts as removeAccounts } from './delete-accounts.ts';
import { listAccounts as readPage } from './list-accounts.ts';
import { listContacts as findContacts } from './list-contacts.ts';
import { readAccount as readDetail } from './read-account.ts';
import { restoreAccounts as bringBack } from './restore-accounts.ts';

export function routeAccountAdministration(app: App, parts: Parts & LetterParts): void {
  const { clock, database } = parts;
  const { sql } = database;

  route(app, listAccounts, async ({ actor, query }) =>
    ok(await readPage(sql, actor, query, clock.now())),
  );
  route(app, readAccount, async ({ actor, params }) =>
    ok(await readDetail(sql, actor, params.accountId, clock.now())),
  );
  route(app, checkUsername, async ({ actor, params, query }) =>
    ok(await lookUpUsername(sql, actor, params.username, query.institutionId)),
  );
  route(app, listContacts, async ({ actor, query }) =>
    ok({ items: await findContacts(sql, actor, query) }),
  );
  route(app, createAccount, async ({ actor, body }) =>
    created(await makeAccount(parts, actor, body)),
  );
  route(app, changeAccount, async ({ actor, params, body }) =>
    ok(await saveChange(parts, actor, params.accountId, body)),
  );
  route(app, deleteAccount, async ({ actor, params }) => {
    await removeAccounts(parts, actor, [params.accountId]);
    return noContent();
  });
  route(app, restoreAccount, async ({ actor, params }) => {
    await bringBack(parts, actor, [params.accountId]);
    return ok(await readDetail(sql, actor, params.accountId, clock.now()));
  });

  route(app, deleteAccounts, async ({ actor, body }) =>
    ok({ deleted: await removeAccounts(parts, actor, body.accountIds) }),
  );
  route(app, restoreAccounts, async ({ actor, body }) =>
    ok({ restored: await bringBack(parts, actor, body.accountIds) }),
  );
  route(app, changeManyAccounts, async ({ actor, body }) =>
    ok({ before: await changeMany(parts, actor, body) }),
  );
  route(app, setAssignments, async ({ actor, body }) =>
    ok({ before: await setMany(parts, actor, body) }),
  );
}
