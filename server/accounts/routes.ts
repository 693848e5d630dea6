import { readSession, signIn, signOut } from '#protocol/accounts.ts';
import { created, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { clearSessionCookie, writeSessionCookie } from '../platform/http/cookies.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { presentAccount } from './account.ts';
import { SESSION_HOURS, signIn as signInAccount } from './sign-in.ts';
import { deleteSession } from './store.ts';

export function routeSession(app: App, parts: Parts): void {
  route(
    app,
    signIn,
    async ({ body }) => {
      const { token, actor } = await signInAccount(parts, body);
      const cookie = writeSessionCookie(app.sessionCookie, token, SESSION_HOURS * 3_600);
      return created({ account: presentAccount(actor) }, { 'set-cookie': cookie });
    },
    { ownPagesOnly: true, traffic: 'signIn' },
  );

  route(app, readSession, ({ actor }) => ok({ account: presentAccount(actor) }));

  route(app, signOut, async ({ actor }) => {
    await deleteSession(parts.database.sql, actor.sessionId);
    parts.bus.publish('operator', { accountId: actor.accountId });
    return noContent({ 'set-cookie': clearSessionCookie(app.sessionCookie) });
  });
}
