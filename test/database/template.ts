import pg from 'pg';
import { migrate } from '../../server/platform/database/migrate.ts';

/** How to reach the PostgreSQL of a test run; `database` is the one to give orders from. */
export type TestServer = { host: string; user: string; database: string; port?: number };

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

const TEMPLATE = 'carrel_template';

/** Makes the migrated database that `cloneTemplate` copies. */
export async function makeTemplate(server: TestServer): Promise<void> {
  await order(server, `create database ${TEMPLATE}`);
  await migrate({ ...server, database: TEMPLATE });
  // A database with somebody in it can't be copied: nobody may enter from here on.
  await order(server, `alter database ${TEMPLATE} allow_connections false`);
}

/** Takes some 10 ms in memory-backed storage; with files copied rather than logged page by page. */
export async function cloneTemplate(server: TestServer, name: string): Promise<void> {
  await order(server, `create database ${name} template ${TEMPLATE} strategy file_copy`);
}

/** Drops a database, and cuts off who is still in it. */
export async function dropDatabase(server: TestServer, name: string): Promise<void> {
  await order(server, `drop database if exists ${name} with (force)`);
}

async function order(server: TestServer, sql: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
