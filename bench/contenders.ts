import { dataFolder, withDatabase } from './data.ts';
import type { BareTalkOrders } from './load/bare-talk.ts';
import type { CarrelTalkOrders } from './load/carrel-talk.ts';
import type { Round, RoundDetails } from './load/talk.ts';
import type { XmppTalkOrders } from './load/xmpp-talk.ts';
import type { GroupedCommitOrders } from './peers/grouped-commit.ts';
import { runEjabberd } from './peers/run-ejabberd.ts';
import type { CarrelOrders } from './processes/carrel.ts';
import { freePort } from './processes/free-port.ts';
import { launch } from './processes/launch.ts';
import { SERVER_FLAGS } from './processes/server-flags.ts';
import { type SeededChat, seedTalks } from './seed.ts';

/** A server with its database and its 100 clients, connected and silent between rounds. */
export interface Contender {
  round(details: RoundDetails): Promise<Round>;
  /** Ends clients, server and database, in this order. */
  stop(): Promise<void>;
}

/** Two clients each. */
export const PAIRS = 50;

export interface CarrelContender extends Contender {
  readonly folder: string;
  readonly chats: readonly SeededChat[];
}

export async function startCarrel(): Promise<CarrelContender> {
  const folder = dataFolder('carrel');
  const chats = await withDatabase(folder, (parts) => seedTalks(parts, PAIRS));
  const port = await freePort();
  const server = launch<CarrelOrders>('processes/carrel.ts', {
    env: { CARREL_DATA: folder, PORT: String(port) },
    nodeFlags: SERVER_FLAGS,
  });
  await server.ask('start', null);
  const clients = launch<CarrelTalkOrders>('load/carrel-talk.ts', {});
  await clients.ask('connect', { port, chats });
  return {
    folder,
    chats,
    round: (details) => clients.ask('round', details),
    async stop() {
      await clients.end();
      await server.ask('stop', null);
      await server.end();
    },
  };
}

export async function startBare(): Promise<Contender> {
  const port = await freePort();
  const server = launch<GroupedCommitOrders>('peers/grouped-commit.ts', {});
  await server.ask('start', { port, dataFolder: dataFolder('bare') });
  const clients = launch<BareTalkOrders>('load/bare-talk.ts', {});
  await clients.ask('connect', { port, pairs: PAIRS });
  return {
    round: (details) => clients.ask('round', details),
    async stop() {
      await clients.end();
      await server.ask('stop', null);
      await server.end();
    },
  };
}

/** ejabberd must be installed. */
export async function startEjabberd(): Promise<Contender> {
  const server = await runEjabberd();
  const clients = launch<XmppTalkOrders>('load/xmpp-talk.ts', {});
  await clients.ask('connect', { port: server.port, pairs: PAIRS });
  return {
    round: (details) => clients.ask('round', details),
    async stop() {
      await clients.end();
      await server.stop();
    },
  };
}
