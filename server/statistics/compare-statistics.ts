import type { z } from 'zod';
import type { compareStatistics as contract } from '#protocol/statistics.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Reading } from '../platform/long-reads.ts';
import { findReach, readPeriod } from '../scopes/index.ts';
import { sumsBy } from './compare-store.ts';
import { presentFew } from './measures.ts';
import { chatSource } from './sources.ts';

/** @throws not_found for a scope that is not there for the caller */
export async function compareStatistics(
  { sql }: Reading,
  actor: StaffActor,
  { scope, by, ...filter }: z.output<typeof contract.query>,
): Promise<z.output<(typeof contract.answers)[200]>> {
  const reach = await findReach(sql, actor, scope, 'read_statistics');
  const { from, to } = await readPeriod(sql, actor, filter);
  const sums = await sumsBy(sql, chatSource(reach, { ...filter, from, to }, 'named'), by);
  return { items: sums.map(({ id, name, ...all }) => ({ id, name, ...presentFew(all) })) };
}
