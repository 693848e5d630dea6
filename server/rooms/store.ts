import type { Queries } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { deleteThingsBefore, insertMembers, insertThing, ROOM } from '../shared-things/index.ts';

export interface NewRoom {
  readonly name: string;
  /** Null: the consortium's. */
  readonly institutionId: string | null;
  readonly memberIds: readonly string[];
  readonly createdAt: Date;
}

export async function insertRoom(sql: Queries, { memberIds, ...room }: NewRoom): Promise<void> {
  const id = newId();
  await insertThing(sql, ROOM, { id, ...room });
  await insertMembers(sql, ROOM, id, memberIds);
}

/** Those deleted before; nobody can restore them. */
export function deleteRoomsBefore(sql: Queries, instant: Date): Promise<void> {
  return deleteThingsBefore(sql, ROOM, instant);
}
