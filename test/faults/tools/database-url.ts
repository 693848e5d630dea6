import type { TestServer } from '../../database/index.ts';

/** A DATABASE_URL for a PostgreSQL that listens on a socket of the file system. */
export function urlOf({ host, user, database }: TestServer): string {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
}
