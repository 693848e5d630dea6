import type { Log } from '../log.ts';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { problem } from '../problem.ts';
import type { PatronActor, StaffActor } from './actor.ts';
import type { App, AppOptions } from './app.ts';
import { buildApp } from './app.ts';

export const PUBLIC_URL = 'http://carrel.test';

export const SADIE: StaffActor = {
  kind: 'staff',
  accountId: '01900000-0000-7000-8000-000000000001',
  sessionId: '01900000-0000-7000-8000-000000000002',
  institutionId: '01900000-0000-7000-8000-000000000003',
  role: 'operator',
  chatAccess: true,
  institutionName: 'Northfield College',
  username: 'northfield-sadie-p',
  displayName: 'Sadie',
  email: null,
  address: null,
  mustAddSecondFactor: false,
  isToured: true,
};

export const PATRON: PatronActor = {
  kind: 'patron',
  chatId: '01900000-0000-7000-8000-000000000004',
};

/** An app whose one session is the cookie `carrel_session=sadie`, and whose one chat token is `patron`. */
export function buildTestApp(options: Partial<AppOptions> = {}): App {
  return buildApp({
    publicUrl: PUBLIC_URL,
    trustedProxies: [],
    log: createLog('silent'),
    metrics: createMetrics(),
    authenticate: {
      async staff(request) {
        if (request.headers.cookie !== 'carrel_session=sadie') throw problem('not_signed_in');
        return SADIE;
      },
      async patron(request) {
        if (request.headers.authorization !== 'Bearer patron') throw problem('not_signed_in');
        return PATRON;
      },
    },
    checksAnswers: true,
    ...options,
  });
}

/** A log whose lines a test can read. */
export function collectLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  return { log: createLog('info', { write: (line) => void lines.push(line) }), lines };
}
