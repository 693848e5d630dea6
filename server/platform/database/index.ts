import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { type Patience, setPatience } from './patience.ts';
import { prepareOften } from './prepare-often.ts';
import type { Schema } from './schema.ts';

// Counts fit a double by far; as text they would have to be converted at every place.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export { breaksUnique } from './breaks-unique.ts';
export { isDatabaseAway } from './is-database-away.ts';
export { isDatabaseBusy } from './is-database-busy.ts';
export { migrate } from './migrate.ts';
export type { ResolvedChainStep, Schema, StoredChainStep } from './schema.ts';

/** Queries by Kysely; `pool` is for the few statements that are too hot to be built. */
export interface Database {
  readonly sql: Kysely<Schema>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Either the whole database or one transaction of it. */
export type Queries = Kysely<Schema> | Transaction<Schema>;

export interface PoolOptions {
  readonly connections: number;
  /** Absent: as long as it takes, as for tools that serve nobody. */
  readonly patience?: Patience;
  /** A connection broke while idle: it is dropped, and the pool opens another when it needs one. */
  readonly onError: (error: Error) => void;
}

/** Milliseconds, where nobody said how long. */
const WAIT = 10_000;

function openPool(connection: pg.PoolConfig, options: PoolOptions): pg.Pool {
  const { connections, patience, onError } = options;
  const pool = new pg.Pool({
    ...connection,
    max: connections,
    connectionTimeoutMillis: patience?.wait ?? WAIT,
    application_name: 'carrel',
  });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', ignoreBecauseQueryRejects));
  return pool;
}

/**
 * A connection that breaks between two statements of a transaction has no query to reject. Unheard,
 * the event would end the process; the next statement rejects by itself.
 */
function ignoreBecauseQueryRejects(): void {
  return;
}

export function openDatabase(connection: pg.PoolConfig, options: PoolOptions): Database {
  const { patience } = options;
  const onConnect = async (client: pg.ClientBase) => {
    if (patience) await setPatience(client, patience);
  };
  const pool = openPool({ ...connection, onConnect }, options);
  const sql = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: prepareOften(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { sql, pool, close: () => sql.destroy() };
}

/** Plans made while the tables were empty go bad as they grow (1 ms to 8 ms a batch). */
const PIN_PLANS = `set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off;
  set plan_cache_mode = force_generic_plan`;

/** The writer's own connection, so that no other query delays a commit. */
export function openWriting(connection: pg.PoolConfig, onError: (error: Error) => void): pg.Pool {
  const onConnect = async (client: pg.ClientBase) => void (await client.query(PIN_PLANS));
  return openPool({ ...connection, onConnect }, { connections: 1, onError });
}
