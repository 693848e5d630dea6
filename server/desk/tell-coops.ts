import type { ServerFrame } from '#protocol/frames.ts';
import type { Reader } from '../chats/index.ts';
import type { Queries } from '../platform/database/index.ts';

type Told = Extract<ServerFrame, { t: 'told' }>;

/** What somebody at the desk is told when the co-ops that they answer for, or their levels, are not those of before. */
export async function tellCoops(sql: Queries, before: Reader, now: Reader): Promise<Told[]> {
  const joined = [...now.coops].filter(([id]) => !before.coops.has(id));
  const lost = [...before.coops].filter(([id]) => !now.coops.has(id));
  const frames = joined.map(([, { name }]): Told => ({ t: 'told', what: 'coop_joined', name }));
  for (const [coopId, { name, level }] of now.coops) {
    const held = before.coops.get(coopId);
    if (held && held.level !== level) frames.push({ t: 'told', what: 'coop_level', name });
  }
  for (const [coopId, { name }] of lost) {
    frames.push({ t: 'told', what: await whyLost(sql, coopId, now.institutionId), name });
  }
  return frames;
}

async function whyLost(sql: Queries, coopId: string, institutionId: string): Promise<Told['what']> {
  const coop = await sql
    .selectFrom('coops')
    .leftJoin('coopInstitutions', (join) =>
      join
        .onRef('coopInstitutions.coopId', '=', 'coops.id')
        .on('coopInstitutions.institutionId', '=', institutionId),
    )
    .where('coops.id', '=', coopId)
    .select(['coops.deletedAt', 'coopInstitutions.institutionId'])
    .executeTakeFirst();
  if (!coop || coop.deletedAt) return 'coop_ended';
  return coop.institutionId === null ? 'coop_library_left' : 'coop_removed';
}
