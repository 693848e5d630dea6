import pg from 'pg';
import { StartError } from '../start-error.ts';

/** Milliseconds. A firewall that swallows everything must not leave the start without a word. */
const REACH_WITHIN_MS = 10_000;
const OLDEST_VERSION = 15;

/**
 * The first contact with a database: connects, and makes sure that it is one that Carrel can use.
 * The caller ends the connection.
 *
 * @throws StartError with one sentence for the person at the terminal, never with the password
 */
export async function reachDatabase(connection: pg.PoolConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: REACH_WITHIN_MS });
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(
      `The database can't be reached (${reasonOf(error)}). Check DATABASE_URL, and that the server runs.`,
      { cause: error },
    );
  }
  const version = await readMajorVersion(client);
  if (version >= OLDEST_VERSION) return client;
  await client.end();
  throw new StartError(
    `The database is PostgreSQL ${version}, and Carrel needs ${OLDEST_VERSION} or later.`,
  );
}

async function readMajorVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
}

/** A host with several addresses fails with one error for each, and with no words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
