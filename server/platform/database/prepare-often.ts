import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** How often a statement comes before it is prepared: most of what is built never comes again. */
export const OFTEN = 30;
/** Each connection of the database keeps a plan, some 100 KB, for each of them. */
const PREPARED_AT_MOST = 100;
/** Texts that are counted: lists of every length make new ones without end. */
const COUNTED_AT_MOST = 2_000;

/**
 * The pool, with what comes often prepared by name on each connection: planning the desk's queries
 * takes the database up to ten times as long as answering them. Where a plan for any value would be
 * worse than one for the values at hand, PostgreSQL goes on planning anew.
 */
export function prepareOften(pool: pg.Pool): PostgresPool {
  const nameOf = nameStatements();
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();

  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      // Kysely knows a connection again by the object.
      const known = clients.get(client) ?? preparing(client, nameOf);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

function preparing(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]) => {
    // Without values a text may be several statements in one message, which can't be prepared.
    const name = values.length > 0 ? nameOf(text) : undefined;
    return client.query({ text, values: [...values], ...(name && { name }) });
  };
  return {
    // Kysely has another form for cursors, which it uses where it was given one: here it was not.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  };
}

/** Answers under which name a statement is prepared; undefined while it has not come often. */
export function nameStatements(): (text: string) => string | undefined {
  const counts = new Map<string, number>();
  const names = new Map<string, string>();

  return (text) => {
    const name = names.get(text);
    if (name !== undefined || names.size >= PREPARED_AT_MOST) return name;

    const count = (counts.get(text) ?? 0) + 1;
    if (count >= OFTEN) {
      counts.delete(text);
      names.set(text, `often_${names.size + 1}`);
      return names.get(text);
    }
    if (counts.size >= COUNTED_AT_MOST) counts.clear();
    counts.set(text, count);
    return undefined;
  };
}
