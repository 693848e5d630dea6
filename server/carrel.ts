import { join } from 'node:path';
import { FRAME_RATE } from '#protocol/limits.ts';
import { seedDemo } from './demo/index.ts';
import { keepTime } from './keep-time.ts';
import type { Config } from './platform/config.ts';
import { databaseClock } from './platform/database/database-clock.ts';
import { migrate, openDatabase, openWriting, type Queries } from './platform/database/index.ts';
import { IMPORTING, READING, SERVING } from './platform/database/patience.ts';
import { provideDatabase } from './platform/database/provide-database.ts';
import { inProcessBus } from './platform/events/bus.ts';
import { serveStatic } from './platform/http/static.ts';
import { installationKey } from './platform/installation-key.ts';
import type { Log } from './platform/log.ts';
import { fileTransport, smtpTransport, watchMailbox } from './platform/mail/index.ts';
import { ciphersOf, type Sealed, tokensOf } from './platform/secrets.ts';
import type { FrameRate } from './platform/socket/connection.ts';
import { lastCredentials } from './policies/index.ts';
import { lastAuthenticators } from './second-factors/index.ts';
import { prepareSetup } from './setup/index.ts';
import { receiveMail } from './tickets/index.ts';
import { wire } from './wire.ts';

const DIST = join(import.meta.dirname, '..', 'dist');
const POOL_CONNECTIONS = 10;
/** As many files of accounts are taken in at once: whatever they hold, the others' connections stay free. */
const IMPORT_CONNECTIONS = 2;
/** As many people read lists, searches and figures at once; the others wait for their turn. */
const READ_CONNECTIONS = 3;

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
  /** The embedded PostgreSQL ended and could not be started again: nothing works from here on. */
  readonly onDatabaseLost: (error: Error) => void;
  /** The load generator of the benchmark speaks faster than people. */
  readonly frameRate?: FrameRate;
}

/** The composition root: database, bus, features, listen. Read this first, then `wire.ts`. */
export async function startCarrel(
  config: Config,
  { log, version, frameRate, onDatabaseLost }: CarrelOptions,
): Promise<Carrel> {
  const onError = (error: unknown) => log.error({ err: error }, 'something failed');

  const { connection, stopDatabase } = await provideDatabase(config, log, onDatabaseLost);
  const applied = await migrate(connection);
  if (applied.length > 0) log.info({ applied }, 'database migrated');

  const database = openDatabase(connection, {
    connections: POOL_CONNECTIONS,
    patience: SERVING,
    onError,
  });
  const importing = openDatabase(connection, {
    connections: IMPORT_CONNECTIONS,
    patience: IMPORTING,
    onError,
  });
  const reading = openDatabase(connection, {
    connections: READ_CONNECTIONS,
    patience: READING,
    onError,
  });
  const writing = openWriting(connection, onError);
  const clock = await databaseClock(database.pool);
  const bus = inProcessBus(onError);
  const key = await installationKey(database.sql, {
    ...config,
    findSealed: () => findSealed(database.sql),
    log,
  });
  const base = {
    database,
    importing,
    reading,
    writing,
    clock,
    bus,
    tokens: tokensOf(key),
    ciphers: ciphersOf(key),
    ticks: () => performance.now(),
  };
  const { app, parts, sockets, drain } = wire(base, {
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    openMetrics: config.openMetrics,
    socketsPerAddress: config.socketsPerAddress,
    frameRate: frameRate ?? FRAME_RATE,
    mail: config.smtpUrl
      ? smtpTransport(config.smtpUrl)
      : fileTransport(join(config.dataFolder, 'mail'), log),
    mailAddress: config.mailAddress,
    mailHookSecret: config.mailHookSecret,
    version,
    log,
    onError,
  });
  serveStatic(app, DIST);

  if (config.demo) await seedDemo(parts);
  const setupToken = await prepareSetup(parts);

  const time = keepTime(
    { ...parts, sockets },
    { onError, onClockMoved: (milliseconds) => log.warn({ milliseconds }, 'the clock was moved') },
  );
  await app.listen({ port: config.port, host: config.host });
  const mailbox = config.imapUrl
    ? watchMailbox({
        url: config.imapUrl,
        take: (raw, wholeBytes) => receiveMail(parts, raw, wholeBytes),
        log,
      })
    : null;
  void mailbox?.look();

  return {
    setupToken,
    async stop() {
      await mailbox?.stop();
      await time.stop();
      await drain();
      await writing.end();
      await importing.close();
      await reading.close();
      await database.close();
      await stopDatabase();
    },
  };
}

/** Of those that were set up with an earlier key on purpose, some may be left: the last ones tell. */
async function findSealed(sql: Queries): Promise<Sealed[]> {
  return [...(await lastCredentials(sql, 20)), ...(await lastAuthenticators(sql, 20))];
}
