import { checkSetupToken, readConsortium, renameConsortium, setUp } from '#protocol/setup.ts';
import { beginSession, presentAccount, SESSION_HOURS } from '../accounts/index.ts';
import { created, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { writeSessionCookie } from '../platform/http/cookies.ts';
import { route } from '../platform/http/route.ts';
import { visitOf } from '../platform/http/visit.ts';
import type { Parts } from '../platform/parts.ts';
import { presentWidget } from '../widgets/index.ts';
import { readConsortiumName } from './consortium-store.ts';
import { renameConsortium as rename } from './rename-consortium.ts';
import { setUp as setUpInstallation } from './set-up.ts';
import { refuseUnlessHolds } from './setup-token.ts';
import { readInstallation } from './store.ts';

export function routeSetup(app: App, parts: Parts): void {
  route(
    app,
    checkSetupToken,
    async ({ body }) => {
      refuseUnlessHolds(await readInstallation(parts.database.sql), body.token);
      return noContent();
    },
    { traffic: 'signIn' },
  );

  route(
    app,
    setUp,
    async ({ body, request }) => {
      const { accountId, widget } = await setUpInstallation(parts, body);
      const { token, actor } = await beginSession(parts, accountId, visitOf(request));
      const cookie = writeSessionCookie(app.sessionCookie, token, SESSION_HOURS * 3_600);
      return created(
        { account: presentAccount(actor), widget: presentWidget(widget, app.ownOrigin) },
        { 'set-cookie': cookie },
      );
    },
    { ownPagesOnly: true, traffic: 'signIn' },
  );

  route(app, readConsortium, async () =>
    ok({ name: await readConsortiumName(parts.database.sql) }),
  );

  route(app, renameConsortium, async ({ actor, body }) => {
    await rename(parts, actor, body.name);
    return ok(body);
  });
}
