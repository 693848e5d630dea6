import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { FRAME_RATE } from '#protocol/limits.ts';
import { authenticateStaff, routeSession } from './accounts/index.ts';
import {
  authenticatePatron,
  messageWriter,
  openRooms,
  openToPatron,
  routeChats,
} from './chats/index.ts';
import { routeDemo, seedDemo } from './demo/index.ts';
import { liveDesks, openToStaff, routeDesk } from './desk/index.ts';
import { routeInstitutions } from './institutions/index.ts';
import { keepTime } from './keep-time.ts';
import type { Config } from './platform/config.ts';
import { databaseClock } from './platform/database/database-clock.ts';
import { startEmbedded } from './platform/database/embedded/index.ts';
import { migrate, openDatabase, openPool } from './platform/database/index.ts';
import { inProcessBus } from './platform/events/bus.ts';
import { buildApp } from './platform/http/app.ts';
import { readSessionCookie } from './platform/http/cookies.ts';
import { routeDocs } from './platform/http/docs/routes.ts';
import { routeHealth } from './platform/http/health.ts';
import { serveStatic } from './platform/http/static.ts';
import type { Log } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';
import { installationKey, tokensOf } from './platform/secrets.ts';
import { type FrameRate, listenForSockets } from './platform/socket/listen.ts';
import { routePresence } from './presence/index.ts';
import { routeQueues } from './queues/index.ts';
import { routeAvailability } from './routing/index.ts';
import { prepareSetup, routeSetup } from './setup/index.ts';
import { routeTickets } from './tickets/index.ts';
import { routeWidgets } from './widgets/index.ts';

const DIST = join(import.meta.dirname, '..', 'dist');
const POOL_CONNECTIONS = 10;

export interface Carrel {
  /** Token of the one-time set-up link; null when the installation is set up. */
  readonly setupToken: string | null;
  /** Lets clients go elsewhere, finishes what was begun, and ends the database last. */
  stop(): Promise<void>;
}

export interface CarrelOptions {
  readonly log: Log;
  /** Of Carrel, for the API page. */
  readonly version: string;
  /** The load generator of the benchmark speaks faster than people. */
  readonly frameRate?: FrameRate;
}

/** The composition root: database, bus, features, listen. Read this first. */
export async function startCarrel(
  config: Config,
  { log, version, frameRate }: CarrelOptions,
): Promise<Carrel> {
  const onError = (error: unknown) => log.error({ err: error }, 'something failed');

  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const { connection, stopDatabase } = await provideDatabase(config, log);
  const applied = await migrate(connection);
  if (applied.length > 0) log.info({ applied }, 'database migrated');

  const database = openDatabase(connection, { connections: POOL_CONNECTIONS, onError });
  // One connection of its own, so that no other query delays a commit.
  const writing = openPool(connection, { connections: 1, onError });
  const clock = await databaseClock(database.pool);
  const bus = inProcessBus(onError);
  const tokens = tokensOf(installationKey(config.dataFolder, config.key));
  const writer = messageWriter({ pool: writing, clock });
  const rooms = openRooms({ bus });
  const patronConnections = new Set<string>();
  const base = { database, clock, bus };
  const parts = { ...base, tokens, writer, rooms, patronConnections, onError };
  const desks = liveDesks(base, onError);

  const metrics = createMetrics();
  const app = buildApp({
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    log,
    metrics,
    authenticate: {
      staff: (request) => authenticateStaff(parts, readCookie(request.headers.cookie)),
      patron: async (request) => authenticatePatron(tokens, request.headers.authorization),
    },
  });
  const readCookie = (header: string | undefined) => readSessionCookie(header, app.sessionCookie);

  routeSession(app, parts);
  routeInstitutions(app, parts);
  routeQueues(app, parts);
  routePresence(app, parts);
  routeWidgets(app, parts);
  routeAvailability(app, parts);
  routeChats(app, parts);
  routeDesk(app, parts);
  routeTickets(app, parts);
  routeSetup(app, parts);
  routeDemo(app, parts);
  routeDocs(app, version);
  routeHealth(app, metrics, { database: () => database.pool.query('select 1') });
  serveStatic(app, DIST);

  if (config.demo) await seedDemo(parts);
  const setupToken = await prepareSetup(parts);

  const sockets = listenForSockets(app.server, {
    doors: {
      staff: (peer, hello, visitor) =>
        openToStaff(
          { ...parts, desks, ownOrigin: app.ownOrigin, readCookie },
          peer,
          hello,
          visitor,
        ),
      patron: (peer, hello) => openToPatron(parts, peer, hello),
    },
    rate: frameRate ?? FRAME_RATE,
    onError,
  });
  metrics.watchConnections(sockets.connections);
  const time = keepTime(
    { ...parts, desks },
    { onError, onClockMoved: (milliseconds) => log.warn({ milliseconds }, 'the clock was moved') },
  );
  await app.listen({ port: config.port, host: config.host });

  return {
    setupToken,
    async stop() {
      await time.stop();
      desks.stop();
      // Frames in flight are answered before their connections end.
      await writer.drain();
      await sockets.close();
      await app.close();
      await writer.drain();
      await writing.end();
      await database.close();
      await stopDatabase();
    },
  };
}

interface ProvidedDatabase {
  readonly connection: pg.PoolConfig;
  stopDatabase(): Promise<void>;
}

async function provideDatabase(config: Config, log: Log): Promise<ProvidedDatabase> {
  if (config.databaseUrl !== null) {
    return { connection: { connectionString: config.databaseUrl }, stopDatabase: leaveRunning };
  }
  const embedded = await startEmbedded({ dataFolder: config.dataFolder, log });
  embedded.onExit((exit) => log.warn(exit, 'PostgreSQL ended and is started again'));
  return { connection: embedded.connection, stopDatabase: () => embedded.stop() };
}

/** A database of one's own was there before Carrel and stays after it. */
async function leaveRunning(): Promise<void> {
  return;
}
