import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

// Counts fit a double by far; as text they would have to be converted at every place.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

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

/**
 * Opens a pool of `connections` to PostgreSQL. A connection that breaks while idle is dropped and
 * told to `onError`; queries under way on it reject.
 */
export function openDatabase(
  connection: pg.PoolConfig,
  options: { connections: number; onError: (error: Error) => void },
): Database {
  const pool = new pg.Pool({
    ...connection,
    max: options.connections,
    connectionTimeoutMillis: 10_000,
    application_name: 'carrel',
  });
  pool.on('error', options.onError);
  const sql = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { sql, pool, close: () => sql.destroy() };
}
