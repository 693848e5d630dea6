import type { Queries } from '../platform/database/index.ts';

export async function readConsortiumName(sql: Queries): Promise<string | null> {
  const row = await sql
    .selectFrom('installation')
    .select('consortiumName')
    .executeTakeFirstOrThrow();
  return row.consortiumName;
}

/** Answers the name until now. */
export async function saveConsortiumName(sql: Queries, name: string): Promise<string | null> {
  const before = await sql
    .selectFrom('installation')
    .select('consortiumName')
    .forUpdate()
    .executeTakeFirstOrThrow();
  await sql.updateTable('installation').set({ consortiumName: name }).execute();
  return before.consortiumName;
}
