import {
  addPasskey,
  beginPasskey,
  beginTotp,
  confirmTotp,
  endTotp,
  readSecondFactors,
  removePasskey,
  renewRecoveryCodes,
} from '#protocol/security.ts';
import { created, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import * as passkeys from './add-passkey.ts';
import { listPasskeys } from './passkey-store.ts';
import { renewRecoveryCodes as renewCodes } from './renew-recovery-codes.ts';
import * as totp from './set-up-totp.ts';
import { countFactors } from './store.ts';

/** All of it is open to who must add a second factor first. */
const OPEN = { withoutSecondFactor: true } as const;

/** One's own second factors. */
export function routeSecondFactors(app: App, parts: totp.FactorParts): void {
  const { sql } = parts.database;

  route(
    app,
    readSecondFactors,
    async ({ actor }) => {
      const factors = await countFactors(sql, actor.accountId);
      const stored = await listPasskeys(sql, actor.accountId);
      return ok({ ...factors, passkeys: stored.map(passkeys.presentPasskey) });
    },
    OPEN,
  );

  route(
    app,
    beginTotp,
    async ({ actor, body }) => ok(await totp.beginTotp(parts, actor, body.password)),
    OPEN,
  );

  route(
    app,
    confirmTotp,
    async ({ actor, body }) =>
      ok({ recoveryCodes: await totp.confirmTotp(parts, actor, body.code) }),
    OPEN,
  );

  route(
    app,
    endTotp,
    async ({ actor, body }) => {
      await totp.endTotp(parts, actor, body.password);
      return noContent();
    },
    OPEN,
  );

  route(
    app,
    renewRecoveryCodes,
    async ({ actor, body }) => ok({ recoveryCodes: await renewCodes(parts, actor, body.password) }),
    OPEN,
  );

  route(
    app,
    beginPasskey,
    async ({ actor, body }) => {
      const options = await passkeys.beginPasskey(parts, actor, body.password);
      return ok({ options: { ...options } });
    },
    OPEN,
  );

  route(
    app,
    addPasskey,
    async ({ actor, body }) =>
      created(passkeys.presentPasskey(await passkeys.addPasskey(parts, actor, body))),
    OPEN,
  );

  route(
    app,
    removePasskey,
    async ({ actor, params }) => {
      await passkeys.removePasskey(parts, actor, params.passkeyId);
      return noContent();
    },
    OPEN,
  );
}
