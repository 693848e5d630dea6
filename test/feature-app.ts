import { afterAll } from 'vitest';
import { authenticateStaff, beginSession } from '../server/accounts/index.ts';
import { authenticatePatron } from '../server/chats/index.ts';
import { type Background, background } from '../server/platform/background.ts';
import { systemClock } from '../server/platform/clock.ts';
import { openDatabase } from '../server/platform/database/index.ts';
import { inProcessBus } from '../server/platform/events/bus.ts';
import type { App } from '../server/platform/http/app.ts';
import { readSessionCookie } from '../server/platform/http/cookies.ts';
import { buildTestApp, PUBLIC_URL } from '../server/platform/http/test-app.ts';
import { createLog, type Log } from '../server/platform/log.ts';
import type { ReadingParts } from '../server/platform/long-reads.ts';
import { type MailReader, mailReader } from '../server/platform/mail/index.ts';
import type { Parts } from '../server/platform/parts.ts';
import { type Ciphers, ciphersOf, type Tokens, tokensOf } from '../server/platform/secrets.ts';
import { testDatabase } from './database/index.ts';

export type TestParts = ReadingParts & {
  readonly tokens: Tokens;
  readonly ciphers: Ciphers;
  readonly publicUrl: string;
  readonly background: Background;
  readonly log: Log;
  readonly readMail: MailReader;
};

/** The headers of a signed-in browser on one of Carrel's own pages. */
export type StaffHeaders = { readonly cookie: string; readonly origin: string };

function raise(error: unknown): never {
  throw error;
}

/** The parts of a test file: a database of its own, the real clock, and a bus. For the top of a file, like `testDatabase`. */
export async function testParts(): Promise<TestParts> {
  const connection = await testDatabase();
  // Dropping the database at the end cuts off connections that are still saying goodbye.
  const database = openDatabase(connection, { connections: 4, onError: () => undefined });
  afterAll(() => database.close());
  const begun = background(raise);
  afterAll(() => begun.settled());
  const key = Buffer.alloc(32, 7);
  const log = createLog('silent');
  return {
    database,
    reading: database,
    clock: systemClock,
    bus: inProcessBus(raise),
    tokens: tokensOf(key),
    ciphers: ciphersOf(key),
    publicUrl: PUBLIC_URL,
    background: begun,
    log,
    readMail: mailReader({ patienceMs: 60_000, log }),
  };
}

/** An app that knows the sessions and chat tokens of these parts. */
export function testFeatureApp(parts: TestParts): App {
  let now = 0;
  const app: App = buildTestApp({
    // A second passes at every look: a fast machine asks so much in a real one that limits would speak.
    ticks: () => {
      now += 1_000;
      return now;
    },
    authenticate: {
      staff: (request) =>
        authenticateStaff(
          parts,
          readSessionCookie(request.headers.cookie, app.sessionCookie),
          request.ip,
        ),
      patron: async (request) => authenticatePatron(parts.tokens, request.headers.authorization),
    },
  });
  afterAll(() => app.close());
  return app;
}

export async function staffHeaders(parts: Parts, accountId: string): Promise<StaffHeaders> {
  const { token } = await beginSession(parts, accountId, { device: '', address: '' });
  return { cookie: `carrel_session=${token}`, origin: PUBLIC_URL };
}
