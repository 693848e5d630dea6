import { endAccountSessions, setPassword } from '#protocol/account-administration.ts';
import { removeSecondFactors } from '#protocol/security.ts';
import type { LetterParts } from '../passwords/index.ts';
import { noContent } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { removeFactors } from '../second-factors/index.ts';
import { actOnAccount } from './act-on-account.ts';
import { setPassword as saveForSomebody, sendPasswordLink } from './set-password.ts';
import { deleteAllSessionsOf } from './store.ts';

/** What admins do about other people's passwords, sessions and second factors. */
export function routeAccountSecurity(app: App, parts: Parts & LetterParts): void {
  route(app, setPassword, async ({ actor, params, body }) => {
    if ('password' in body) await saveForSomebody(parts, actor, params.accountId, body.password);
    else await sendPasswordLink(parts, actor, params.accountId);
    return noContent();
  });

  route(app, endAccountSessions, async ({ actor, params: { accountId } }) => {
    await actOnAccount(parts, actor, { accountId, action: 'endSessions' }, async (sql) => {
      const ended = await deleteAllSessionsOf(sql, accountId);
      return ended > 0 ? 'account.sessionsEnded' : null;
    });
    return noContent();
  });

  route(app, removeSecondFactors, async ({ actor, params: { accountId } }) => {
    // Who may give somebody a new password may give them a new beginning here too: never oneself.
    await actOnAccount(parts, actor, { accountId, action: 'setPassword' }, async (sql) => {
      const hadAny = await removeFactors(sql, accountId);
      const ended = await deleteAllSessionsOf(sql, accountId);
      if (hadAny) return 'account.secondFactorsRemoved';
      return ended > 0 ? 'account.sessionsEnded' : null;
    });
    return noContent();
  });
}
