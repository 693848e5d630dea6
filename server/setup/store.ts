import { sql as fragment } from 'kysely';
import type { Queries } from '../platform/database/index.ts';

export interface Installation {
  /** SHA-256 of the link's token; null when there is no link out. */
  readonly setupTokenHash: Buffer | null;
  readonly setUpAt: Date | null;
}

export function readInstallation(sql: Queries): Promise<Installation> {
  return sql
    .selectFrom('installation')
    .select(['setupTokenHash', 'setUpAt'])
    .executeTakeFirstOrThrow();
}

/** The same, held until the transaction ends: of two who set up at once, one waits. */
export async function lockInstallation(sql: Queries): Promise<Installation> {
  // Of two processes that start at once, the second waits until the first has set everything up.
  await fragment`select set_config('lock_timeout', '60s', true)`.execute(sql);
  return sql
    .selectFrom('installation')
    .select(['setupTokenHash', 'setUpAt'])
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function saveSetupToken(sql: Queries, setupTokenHash: Buffer): Promise<void> {
  await sql.updateTable('installation').set({ setupTokenHash }).execute();
}

/** The link is void from here on. */
export async function saveSetUp(
  sql: Queries,
  { consortiumName, setUpAt }: { consortiumName: string; setUpAt: Date },
): Promise<void> {
  await sql
    .updateTable('installation')
    .set({ consortiumName, setUpAt, setupTokenHash: null })
    .execute();
}
