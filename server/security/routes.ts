import type { FastifyRequest } from 'fastify';
import { readSession, signIn, signOut } from '#protocol/accounts.ts';
import {
  beginPasskeySignIn,
  endSession,
  listSessions,
  signInWithPasskey,
} from '#protocol/security.ts';
import { presentAccount, SESSION_HOURS } from '../accounts/index.ts';
import { readWhereabouts, writeDeviceCookie } from '../guesses/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { created, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import {
  clearSessionCookie,
  readSessionCookie,
  writeSessionCookie,
} from '../platform/http/cookies.ts';
import { route } from '../platform/http/route.ts';
import { visitOf } from '../platform/http/visit.ts';
import { hashSecret } from '../platform/secrets.ts';
import { beginPasskeySignIn as challengePasskey } from '../second-factors/index.ts';
import {
  endForgottenSession,
  endSession as endOwnSession,
  signOut as leave,
} from './end-session.ts';
import type { Entrance } from './open-session.ts';
import * as signingIn from './sign-in.ts';
import { listSessionsOf, type StoredSession } from './store.ts';

const SIGN_IN = { ownPagesOnly: true, traffic: 'signIn' } as const;
/** Open to who must add a second factor first. */
const OPEN = { withoutSecondFactor: true } as const;

/** Signing in and out, and where one is signed in. */
export function routeSessions(app: App, parts: signingIn.SignInParts): void {
  const { database, clock } = parts;

  async function welcome({ token, actor, from }: Entrance, request: FastifyRequest) {
    await endSessionBehind(request);
    return created(presentSignedIn(actor), {
      'set-cookie': [
        writeSessionCookie(app.sessionCookie, token, SESSION_HOURS * 3_600),
        writeDeviceCookie(app, from),
      ],
    });
  }

  async function endSessionBehind({ headers, ip }: FastifyRequest): Promise<void> {
    const token = readSessionCookie(headers.cookie, app.sessionCookie);
    if (token) await endForgottenSession(parts, hashSecret(token), ip);
  }

  route(
    app,
    signIn,
    async ({ body, request }) => {
      const arrival = { visit: visitOf(request), from: readWhereabouts(app, request) };
      return welcome(await signingIn.signIn(parts, body, arrival), request);
    },
    SIGN_IN,
  );

  route(
    app,
    beginPasskeySignIn,
    async () => {
      const { challengeId, options } = await challengePasskey(parts);
      return ok({ challengeId, options: { ...options } });
    },
    SIGN_IN,
  );

  route(
    app,
    signInWithPasskey,
    async ({ body, request }) => {
      const arrival = { visit: visitOf(request), from: readWhereabouts(app, request) };
      return welcome(await signingIn.signInWithPasskey(parts, body, arrival), request);
    },
    SIGN_IN,
  );

  route(app, readSession, ({ actor }) => ok(presentSignedIn(actor)), OPEN);

  route(
    app,
    signOut,
    async ({ actor }) => {
      await leave(parts, actor);
      return noContent({ 'set-cookie': clearSessionCookie(app.sessionCookie) });
    },
    OPEN,
  );

  route(
    app,
    listSessions,
    async ({ actor }) => {
      const sessions = await listSessionsOf(database.sql, actor.accountId, clock.now());
      return ok({ items: sessions.map((session) => presentSession(session, actor.sessionId)) });
    },
    OPEN,
  );

  route(
    app,
    endSession,
    async ({ actor, params }) => {
      await endOwnSession(parts, actor, params.sessionId);
      return noContent();
    },
    OPEN,
  );
}

function presentSignedIn(actor: StaffActor) {
  const { mustAddSecondFactor, isToured } = actor;
  return { account: presentAccount(actor), mustAddSecondFactor, isToured };
}

function presentSession(session: StoredSession, currentId: string) {
  const { id, createdAt, lastSeenAt, expiresAt, device, address } = session;
  return {
    id,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    device,
    address,
    current: id === currentId,
  };
}
