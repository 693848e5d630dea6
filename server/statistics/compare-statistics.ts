import type { z } from 'zod';
import type { compareStatistics as contract } from '#protocol/statistics.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Reading } from '../platform/long-reads.ts';
import { findReach, isNarrowed, type Narrowing, readPeriod } from '../scopes/index.ts';
import { sumsBy } from './compare-store.ts';
import { presentFew } from './measures.ts';
import { chatSource, comparedBy } from './sources.ts';
import { wideSources } from './wide-sources.ts';

export type Compared = z.output<(typeof contract.answers)[200]>;

/** @throws not_found for a scope that is not there for the caller */
export async function compareStatistics(
  { sql }: Reading,
  actor: StaffActor,
  { scope, by, ...filter }: z.output<typeof contract.query>,
): Promise<Compared> {
  const reach = await findReach(sql, actor, scope, 'read_statistics');
  const { from, to } = await readPeriod(sql, actor, filter);
  const narrowing: Narrowing = { ...filter, from, to };
  const wide = isNarrowed(narrowing) ? undefined : wideSources(reach, narrowing);
  const source = wide?.compared(by) ?? chatSource(reach, narrowing, comparedBy(by));
  const sums = await sumsBy(sql, source, by);
  return { items: sums.map(({ id, name, ...all }) => ({ id, name, ...presentFew(all) })) };
}
