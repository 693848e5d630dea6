import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { StartError } from '../start-error.ts';
import { reachDatabase } from './reach-database.ts';

const FOLDER = join(import.meta.dirname, 'migrations');

/** Any number that nothing else locks on: two processes that start at once migrate once. */
const LOCK = 7_273_101;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/**
 * Brings the database to this version's schema: each file of `migrations/` once, in order, each in
 * its own transaction. Answers the names of those that it applied.
 *
 * @throws StartError when the database can't be reached, is newer than this Carrel, or an applied
 *   file was edited.
 */
export async function migrate(connection: pg.PoolConfig): Promise<string[]> {
  const client = await reachDatabase(connection);
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    return await applyMissing(client, readMigrations());
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from migrations',
  );
  const applied = new Map(rows.map((row) => [row.name, row.hash]));
  refuseForeignSchema(applied, migrations);

  const missing = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of missing) {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into migrations (name, hash) values ($1, $2)', [
      migration.name,
      migration.hash,
    ]);
    await client.query('commit');
  }
  return missing.map(({ name }) => name);
}

function refuseForeignSchema(applied: Map<string, string>, migrations: Migration[]): void {
  const known = new Map(migrations.map(({ name, hash }) => [name, hash]));
  for (const [name, hash] of applied) {
    if (!known.has(name)) {
      throw new StartError(
        `The database was made by a newer Carrel (it has the migration ${name}); start that version.`,
      );
    }
    if (known.get(name) !== hash) {
      throw new StartError(
        `The migration ${name} was changed after it was applied to this database.`,
      );
    }
  }
}

function readMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(FOLDER, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}
