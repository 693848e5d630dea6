import {
  changeOwnEmail,
  changeOwnPassword,
  checkPasswordLink,
  forgotPassword,
  forgotUsername,
  resetPassword,
} from '#protocol/passwords.ts';
import { readWhereabouts, writeDeviceCookie } from '../guesses/index.ts';
import { accepted, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { changeOwnEmail as changeEmail } from './change-own-email.ts';
import { changeOwnPassword as changePassword } from './change-own-password.ts';
import { askForPassword, askForUsername } from './forgotten.ts';
import type { LetterParts } from './mail-link.ts';
import { resetPassword as choosePassword, readLink } from './reset-password.ts';

const PUBLIC = { ownPagesOnly: true, traffic: 'signIn' } as const;

export function routePasswords(app: App, parts: Parts & LetterParts): void {
  route(
    app,
    forgotPassword,
    async ({ body, request }) => {
      await askForPassword(parts, body.username, request.ip);
      return accepted();
    },
    PUBLIC,
  );

  route(
    app,
    forgotUsername,
    async ({ body, request }) => {
      await askForUsername(parts, body.email, request.ip);
      return accepted();
    },
    PUBLIC,
  );

  route(
    app,
    checkPasswordLink,
    async ({ body }) => {
      const { account, purpose, expiresAt } = await readLink(parts, body.token);
      const { username, displayName, institutionName } = account;
      return ok({
        username,
        displayName,
        institutionName,
        purpose,
        expiresAt: expiresAt.toISOString(),
      });
    },
    PUBLIC,
  );

  route(
    app,
    resetPassword,
    async ({ body, request }) => {
      const from = await choosePassword(parts, body, readWhereabouts(app, request));
      return noContent({ 'set-cookie': writeDeviceCookie(app, from) });
    },
    PUBLIC,
  );

  route(
    app,
    changeOwnPassword,
    async ({ actor, body }) => {
      await changePassword(parts, actor, body);
      return noContent();
    },
    { withoutSecondFactor: true },
  );

  route(app, changeOwnEmail, async ({ actor, body }) => {
    await changeEmail(parts, actor, body);
    return noContent();
  });
}
