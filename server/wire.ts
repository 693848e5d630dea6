import type pg from 'pg';
import { routeAccountAdministration } from './account-administration/index.ts';
import { routeAccountFiles } from './account-files/index.ts';
import { authenticateStaff } from './accounts/index.ts';
import { routeAssignments } from './assignments/index.ts';
import { routeAudit } from './audit/index.ts';
import { routeCanned } from './canned/index.ts';
import {
  authenticatePatron,
  findReadableChat,
  messageWriter,
  openRooms,
  openToPatron,
  routeChats,
  routeTransfers,
} from './chats/index.ts';
import { routeContribution } from './contribution/index.ts';
import { routeCoopAccounts } from './coop-accounts/index.ts';
import { routeCoops } from './coops/index.ts';
import { routeDemo } from './demo/index.ts';
import { liveDesks, openToStaff, routeDesk } from './desk/index.ts';
import { routeFeedback } from './feedback/index.ts';
import { routeInstitutions } from './institutions/index.ts';
import { answerForgotten, routePasswords } from './passwords/index.ts';
import { background } from './platform/background.ts';
import type { DatabaseClock } from './platform/database/database-clock.ts';
import type { Database } from './platform/database/index.ts';
import { type App, buildApp } from './platform/http/app.ts';
import { readSessionCookie } from './platform/http/cookies.ts';
import { routeDocs } from './platform/http/docs/routes.ts';
import { routeHealth } from './platform/http/health.ts';
import { jobWorker } from './platform/jobs/index.ts';
import type { Log } from './platform/log.ts';
import { type MailTransport, mailReader, sendLetters } from './platform/mail/index.ts';
import { createMetrics } from './platform/metrics.ts';
import type { Parts } from './platform/parts.ts';
import type { Ciphers, Tokens } from './platform/secrets.ts';
import type { FrameRate } from './platform/socket/connection.ts';
import { gateOf } from './platform/socket/gate.ts';
import { listenForSockets, type Sockets } from './platform/socket/listen.ts';
import { routePolicies } from './policies/index.ts';
import { routePractice } from './practice/index.ts';
import { routePresence } from './presence/index.ts';
import { routeQueues } from './queues/index.ts';
import { routeRooms } from './rooms/index.ts';
import { routeAvailability } from './routing/index.ts';
import { routeSecondFactors } from './second-factors/index.ts';
import { routeAccountSecurity, routeSessions } from './security/index.ts';
import { routeSetup } from './setup/index.ts';
import { noteSittings } from './sittings/index.ts';
import { routeStatistics } from './statistics/index.ts';
import { liveTickets, routeTickets, sendReplies, wayHome } from './tickets/index.ts';
import { routeTranscripts } from './transcripts/index.ts';
import { routeWidgets } from './widgets/index.ts';

/** Forty times what the largest ordinary mail takes to be read. */
const MAIL_PATIENCE_MS = 10_000;

/** What the features stand on; where it comes from is not their concern. */
export interface Ground extends Parts {
  /** For files of accounts, each of which holds a connection for seconds. */
  readonly importing: Database;
  /** For lists, searches and figures, each of which may hold one for seconds. */
  readonly reading: Database;
  /** For the writer alone, so that no other query delays a commit. */
  readonly writing: pg.Pool;
  readonly clock: DatabaseClock;
  readonly tokens: Tokens;
  readonly ciphers: Ciphers;
  /** Milliseconds that never run backwards: how long a connection was silent. */
  readonly ticks: () => number;
}

export interface WireOptions {
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  readonly frameRate: FrameRate;
  /** Live connections that one address may have open at once. */
  readonly socketsPerAddress: number;
  /** `/metrics` answers not this machine alone. */
  readonly openMetrics: boolean;
  readonly mail: MailTransport;
  /** Where patrons' answers arrive; null: nowhere. */
  readonly mailAddress: string | null;
  /** What lets the mail server in; null: there is no mail hook. */
  readonly mailHookSecret: string | null;
  /** Of Carrel, for the API page. */
  readonly version: string;
  readonly log: Log;
  readonly onError: (error: unknown) => void;
}

/** All features, joined, and not yet listening: what runs in production and what the tests drive. */
export function wire(ground: Ground, options: WireOptions) {
  const { database, importing, reading, writing, clock, bus, tokens, ciphers, ticks } = ground;
  const { publicUrl, trustedProxies, frameRate, mail, version, log, onError } = options;
  const { mailAddress, mailHookSecret } = options;
  const base = { database, clock, bus, ciphers, publicUrl };
  const writer = messageWriter({ pool: writing, clock });
  const rooms = openRooms({ bus });
  const begun = background(onError);
  const desks = liveDesks(base, begun);
  const tickets = liveTickets(base, begun);
  const patronConnections = new Set<string>();
  const jobs = jobWorker(base, onError);
  sendLetters(jobs, { publicUrl, transport: mail, log });
  answerForgotten(jobs, base);
  sendReplies(jobs, { ...base, tokens }, { publicUrl, mailAddress, transport: mail, log });
  const parts = {
    ...base,
    reading,
    jobs,
    ticks,
    tokens,
    writer,
    readMail: mailReader({ patienceMs: MAIL_PATIENCE_MS, log }),
    log,
    wayHome,
    rooms,
    desks,
    tickets,
    patronConnections,
    onError,
    background: begun,
  };

  const metrics = createMetrics();
  const app: App = buildApp({
    publicUrl,
    trustedProxies,
    log,
    metrics,
    authenticate: {
      staff: (request) => authenticateStaff(parts, readCookie(request.headers.cookie), request.ip),
      patron: async (request) => authenticatePatron(tokens, request.headers.authorization),
    },
  });
  const readCookie = (header: string | undefined) => readSessionCookie(header, app.sessionCookie);

  routeAudit(app, parts);
  routeSessions(app, parts);
  routePasswords(app, parts);
  routeSecondFactors(app, parts);
  routeAccountSecurity(app, parts);
  routeInstitutions(app, parts);
  routeAccountAdministration(app, parts);
  routeQueues(app, parts);
  routeCoops(app, parts);
  routeCoopAccounts(app, parts);
  routePresence(app, parts);
  routeWidgets(app, parts);
  routePolicies(app, { ...parts, findReadableChat });
  routeCanned(app, parts);
  routeRooms(app, parts);
  routeAssignments(app, parts);
  routeAccountFiles(app, { ...parts, database: importing });
  routeAvailability(app, parts);
  routeChats(app, parts);
  routeTransfers(app, parts);
  routeDesk(app, parts);
  routeTickets(app, parts, { mailHookSecret });
  routePractice(app, parts);
  routeFeedback(app, parts);
  routeTranscripts(app, parts);
  routeStatistics(app, parts);
  routeContribution(app, parts);
  noteSittings(parts, begun);
  routeSetup(app, parts);
  routeDemo(app, parts);
  routeDocs(app, version);
  routeHealth(app, metrics, {
    checks: { database: () => database.pool.query('select 1') },
    openMetrics: options.openMetrics,
  });

  const { ownOrigin, addressOf, limits } = app;
  const { socketsPerAddress: mostPerAddress } = options;
  const { takeForActor } = limits;
  /** Who comes in while Carrel stops is let out again before the database ends. */
  const awaited = <Opened>(opening: Promise<Opened>): Promise<Opened> => {
    begun.begin(opening.catch(() => undefined));
    return opening;
  };
  const sockets: Sockets = listenForSockets(app.server, {
    doors: {
      staff: (peer, hello, visitor) =>
        awaited(
          openToStaff({ ...parts, ownOrigin, readCookie, takeForActor }, peer, hello, visitor),
        ),
      patron: (peer, hello) => awaited(openToPatron({ ...parts, takeForActor }, peer, hello)),
    },
    gate: gateOf({ addressOf, limits, mostPerAddress, ticks, log }),
    rate: frameRate,
    ticks,
    onError,
  });
  metrics.watchConnections(sockets.connections);

  return {
    app,
    parts,
    sockets,
    /** Lets clients go elsewhere and finishes what was begun. */
    async drain(): Promise<void> {
      desks.stop();
      tickets.stop();
      // Frames in flight are answered before their connections end.
      await writer.drain();
      await sockets.close();
      await app.close();
      await begun.settled();
      await writer.drain();
    },
  };
}
