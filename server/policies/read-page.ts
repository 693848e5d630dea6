import type { PolicyPage } from '#protocol/policies.ts';
import type { Queries } from '../platform/database/index.ts';
import { presentPage } from './policy.ts';
import type { Reader } from './readable.ts';
import { findPage, listAlerts } from './store.ts';

/** @throws not_found */
export async function readPage(
  sql: Queries,
  reader: Reader,
  institutionId: string,
  now: Date,
): Promise<PolicyPage> {
  const page = await findPage(sql, reader, institutionId, now);
  return presentPage(reader, page, await listAlerts(sql, institutionId, now));
}
