import type { AddressInfo } from 'node:net';
import type { Answer, CallInput, Endpoint } from '#protocol/endpoint.ts';
import type { Problem, ProblemCode } from '#protocol/problems.ts';
import { beginSession } from '../server/accounts/index.ts';
import { timeRounds } from '../server/keep-time.ts';
import { openDatabase, openWriting } from '../server/platform/database/index.ts';
import { IMPORTING, READING, SERVING } from '../server/platform/database/patience.ts';
import { type Bus, inProcessBus } from '../server/platform/events/bus.ts';
import type { App } from '../server/platform/http/app.ts';
import { PUBLIC_URL } from '../server/platform/http/test-app.ts';
import { newId } from '../server/platform/ids.ts';
import { createLog } from '../server/platform/log.ts';
import { smtpTransport } from '../server/platform/mail/index.ts';
import { ciphersOf, tokensOf } from '../server/platform/secrets.ts';
import type { FrameRate } from '../server/platform/socket/connection.ts';
import { wire } from '../server/wire.ts';
import type { DrivenClock } from './clock.ts';
import type { TestServer } from './database/index.ts';
import { connectSocket, type SocketClient } from './socket-client.ts';

/** Headers by which a caller proves who they are. */
export type Caller = Readonly<Record<string, string>>;

export const NOBODY: Caller = {};

/** Of a call without params, query or body. */
export const NOTHING = { params: undefined, query: undefined, body: undefined };

/** A port that nobody listens at. */
const NO_MAIL_SERVER = 'smtp://127.0.0.1:9';

/** Where this house's patrons answer to, and what lets its mail server in. */
export const MAIL_ADDRESS = 'desk@library.example';
export const MAIL_HOOK_SECRET = 'a secret of the mail server alone';

/** For tests of anything but the flood. */
export const ANY_NUMBER: FrameRate = { perSecond: 1_000_000, burst: 1_000_000 };

export interface Answered<Definition extends Endpoint> {
  readonly status: number;
  /** Of a problem. */
  readonly code: ProblemCode | undefined;
  /** Of a success. */
  readonly body: Answer<Definition>;
}

/** Carrel as it runs in production, on a database and a clock of the test's own. */
export interface House {
  readonly parts: ReturnType<typeof wire>['parts'];
  readonly app: App;
  /** What failed with nobody to tell it to; a test that provokes a failure empties it. */
  readonly errors: unknown[];
  /** One HTTP call, each from another address, so that no rate limit of addresses speaks. */
  call<Definition extends Endpoint>(
    endpoint: Definition,
    input: CallInput<Definition>,
    caller: Caller,
  ): Promise<Answered<Definition>>;
  /** Signs the account in. */
  staff(accountId: string): Promise<Caller>;
  connect(headers: Caller): Promise<SocketClient>;
  /** A page of the desk, whose first desk has arrived. */
  desk(caller: Caller, pageId?: string): Promise<SocketClient>;
  /** A patron's connection, with all events after the number. */
  patron(token: string, after?: number): Promise<SocketClient>;
  /** Seconds pass, one by one, with all that happens in them. */
  passes(seconds: number): Promise<void>;
  /** What is done every second, at this moment of the clock. */
  second(): Promise<void>;
  /** What is done at every ping: leases are renewed. */
  ping(): Promise<void>;
  /** The minute's look at the database's clock; answers by how many milliseconds it was found moved. */
  looksAtClock(): Promise<number>;
  /** Ends the house, as a killed process would: nobody says goodbye to the database. */
  stop(): Promise<void>;
}

export interface HouseOptions {
  readonly connection: TestServer;
  readonly clock: DrivenClock;
  readonly frameRate: FrameRate;
  /** Houses of one installation share theirs; without it, the house hears itself alone. */
  readonly bus?: Bus;
  /** Where its mails go, such as a `mailbox`; without it none is sent. */
  readonly smtpUrl?: string;
}

/** Carrel on the clock that it is given. Whoever opens it stops it. */
export async function driveHouse(options: HouseOptions): Promise<House> {
  const { connection, clock, frameRate } = options;
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const database = openDatabase(connection, { connections: 8, patience: SERVING, onError });
  const importing = openDatabase(connection, { connections: 2, patience: IMPORTING, onError });
  const reading = openDatabase(connection, { connections: 3, patience: READING, onError });
  const writing = openWriting(connection, onError);
  const ground = {
    database,
    importing,
    reading,
    writing,
    clock,
    bus: options.bus ?? inProcessBus(onError),
    tokens: tokensOf(Buffer.alloc(32, 7)),
    ciphers: ciphersOf(Buffer.alloc(32, 7)),
    ticks: clock.ticks,
  };
  const { app, parts, sockets, drain } = wire(ground, {
    publicUrl: PUBLIC_URL,
    trustedProxies: [],
    openMetrics: false,
    socketsPerAddress: 100_000,
    frameRate,
    mail: smtpTransport(options.smtpUrl ?? NO_MAIL_SERVER),
    mailAddress: MAIL_ADDRESS,
    mailHookSecret: MAIL_HOOK_SECRET,
    version: '0.0.0',
    log: createLog('silent'),
    onError,
  });
  let moved = 0;
  const rounds = timeRounds({ ...parts, sockets }, (milliseconds) => {
    moved = milliseconds;
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const clients = new Set<SocketClient>();
  let stopping: Promise<void> | undefined;
  let calls = 0;
  let seconds = 0;

  const house: House = {
    parts,
    app,
    errors,
    async call(endpoint, { params, query, body }, caller) {
      calls += 1;
      const answer = await app.inject({
        method: endpoint.method,
        url: `/api/v1${fill(endpoint.path, params)}`,
        remoteAddress: `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`,
        headers: caller,
        ...(query === undefined ? {} : { query: query as Record<string, string> }),
        ...(body === undefined ? {} : { payload: body as object }),
      });
      const content: unknown = answer.body === '' ? null : answer.json();
      const failed = answer.statusCode >= 400;
      return {
        status: answer.statusCode,
        code: failed ? (content as Problem).code : undefined,
        body: content as Answer<typeof endpoint>,
      };
    },
    async staff(accountId) {
      const { token } = await beginSession(parts, accountId, { device: '', address: '' });
      return { cookie: `carrel_session=${token}`, origin: PUBLIC_URL };
    },
    async connect(headers) {
      const client = await connectSocket(`ws://127.0.0.1:${port}/api/v1/socket`, headers);
      clients.add(client);
      return client;
    },
    async desk(caller, pageId = newId()) {
      const client = await house.connect(caller);
      client.send({ t: 'hello', as: 'staff', pageId });
      await client.next('desk');
      return client;
    },
    async patron(token, after = 0) {
      const client = await house.connect(NOBODY);
      client.send({ t: 'hello', as: 'patron', token, after });
      await client.next('events');
      return client;
    },
    async passes(howMany) {
      for (let n = 0; n < howMany; n += 1) {
        clock.advance(1);
        seconds += 1;
        if (seconds % 5 === 0) {
          await rounds.everyPing();
          await Promise.all([...clients].map((client) => client.answersPing()));
        }
        await rounds.everySecond();
      }
    },
    second: () => rounds.everySecond(),
    ping: () => rounds.everyPing(),
    async looksAtClock() {
      moved = 0;
      await rounds.everyMinute();
      return moved;
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };

  async function stop(): Promise<void> {
    for (const client of clients) client.terminate();
    await drain();
    await writing.end();
    await importing.close();
    await reading.close();
    await database.close();
  }

  return house;
}

function fill(path: string, params: unknown): string {
  const values = (params ?? {}) as Record<string, string>;
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}
