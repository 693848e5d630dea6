import { z } from 'zod';
import type { activityTotal, readActivity as contract, Sitting } from '#protocol/contribution.ts';
import { instant } from '#protocol/schemas.ts';
import { readStanding } from '../coops/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { parsePart } from '../platform/http/parse-part.ts';
import type { Reading } from '../platform/long-reads.ts';
import { listSittings, type StoredSitting, sumSittings } from '../sittings/index.ts';
import { readPeriods } from './store.ts';

type Activity = z.output<(typeof contract.answers)[200]>;
type Total = z.output<typeof activityTotal>;

/** When the last sitting of a page began. */
const cursorPart = z.object({ cursor: instant });

/** @throws not_found where the co-op is not there for the caller, malformed for a foreign cursor */
export async function readActivity(
  { sql, clock }: Reading,
  actor: StaffActor,
  coopId: string,
  { cursor, limit }: z.output<typeof contract.query>,
): Promise<Activity> {
  await readStanding(sql, actor, coopId);
  const of = { accountId: actor.accountId, coopId };
  const now = clock.now();
  const before = cursor === undefined ? null : new Date(parsePart(cursorPart, { cursor }).cursor);
  // One more than asked for tells whether there is a next page.
  const found = await listSittings(sql, of, { before, limit: limit + 1, now });

  const totals: Total[] = [];
  for (const { period, from } of await readPeriods(sql, actor.institutionId, now)) {
    const { sittings, seconds, chats } = await sumSittings(sql, of, { from, now });
    const minutes = Math.round(seconds / 60);
    totals.push({ period, from: from.toISOString(), sittings, minutes, chats });
  }
  const items = found.slice(0, limit).map((sitting) => present(sitting, now));
  const last = items.at(-1);
  return { totals, items, nextCursor: found.length > limit && last ? last.beganAt : null };
}

function present({ beganAt, endsAt, chats }: StoredSitting, now: Date): Sitting {
  const end = endsAt < now ? endsAt : now;
  return {
    beganAt: beganAt.toISOString(),
    endedAt: endsAt > now ? null : endsAt.toISOString(),
    minutes: Math.round((end.getTime() - beganAt.getTime()) / 60_000),
    chats,
  };
}
