import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { onTestFinished, vi } from 'vitest';
import { processesOn } from '../../../server/platform/database/embedded/processes.ts';

/** The PostgreSQL that a Carrel of the tests runs on its data folder. */
export function postgresPid(dataFolder: string): number {
  return Number(pidFile(dataFolder)[0]);
}

/** How to reach it past Carrel; the same over restarts. */
export function connectionOf(dataFolder: string): pg.ClientConfig {
  return { host: pidFile(dataFolder)[4] as string, user: 'carrel', database: 'carrel' };
}

/** Rows of one query. */
export async function ask<Row extends pg.QueryResultRow>(
  connection: pg.ClientConfig,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const client = await connect(connection);
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function connect(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(connection);
  // Tests kill the server while they hold connections to it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export interface HeldChat {
  /** Process numbers of the server's connections that wait for the chat. */
  waiting(): Promise<number[]>;
  release(): Promise<void>;
}

/** Holds a chat's row, so that a commit of Carrel's stands still until it is let go. */
export async function holdChat(connection: pg.ClientConfig, chatId: string): Promise<HeldChat> {
  const holder = await connect(connection);
  const release = () => holder.end();
  onTestFinished(release);
  await holder.query('begin');
  await holder.query('select 1 from chats where id = $1 for update', [chatId]);
  return {
    async waiting() {
      const { rows } = await holder.query<{ pid: number }>(
        'select pid from pg_locks where not granted',
      );
      return rows.map(({ pid }) => pid);
    },
    release,
  };
}

/** What PostgreSQL has said since it was first started on the folder. */
export function postgresLog(dataFolder: string): string {
  return readFileSync(path.join(dataFolder, 'postgres.log'), 'utf8');
}

export async function postgresIsGone(dataFolder: string): Promise<void> {
  await vi.waitFor(
    () => {
      const left = processesOn(path.join(dataFolder, 'postgres'));
      if (left.length > 0) throw new Error(`PostgreSQL still runs: ${JSON.stringify(left)}`);
    },
    { timeout: 20_000, interval: 20 },
  );
}

function pidFile(dataFolder: string): string[] {
  return readFileSync(path.join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n');
}
