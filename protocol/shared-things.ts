import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant, personName } from './schemas.ts';

/** Pools of canned messages and conference rooms: shared things with members. */

const thing = {
  id,
  name: personName,
  /** Null: the consortium's. */
  institutionId: id.nullable(),
  memberIds: z.array(id),
  /** The caller may rename, fill, empty and delete it. */
  mayEdit: z.boolean(),
};

export const pool = z.object({ ...thing, messages: z.int() });
export type Pool = z.infer<typeof pool>;
export const room = z.object(thing);
export type Room = z.infer<typeof room>;

const deletedThing = z.object({
  id,
  name: personName,
  institutionId: id.nullable(),
  deletedAt: instant,
});
export type DeletedThing = z.infer<typeof deletedThing>;

const naming = z.object({ name: personName });
const making = naming.extend({ institutionId: id.nullable() });
const poolParams = z.object({ poolId: id });
const roomParams = z.object({ roomId: id });

export const listPools = endpoint({
  method: 'GET',
  path: '/pools',
  summary: 'Pools of the caller’s institution and of the consortium',
  access: 'staff',
  answers: { 200: z.object({ items: z.array(pool), nextCursor: z.null() }) },
});
export const listDeletedPools = endpoint({
  method: 'GET',
  path: '/pools/deleted',
  summary: 'Pools that the caller can restore, newest first',
  access: 'staff',
  answers: { 200: z.object({ items: z.array(deletedThing), nextCursor: z.null() }) },
});
export const createPool = endpoint({
  method: 'POST',
  path: '/pools',
  summary: 'Make a pool of canned messages',
  access: 'staff',
  body: making,
  answers: { 201: pool },
  problems: ['may_not', 'conflict', 'breaks_rule'],
});
export const changePool = endpoint({
  method: 'PATCH',
  path: '/pools/{poolId}',
  summary: 'Rename a pool',
  access: 'staff',
  params: poolParams,
  body: naming,
  answers: { 200: pool },
  problems: ['not_found', 'may_not', 'conflict'],
});
export const deletePool = endpoint({
  method: 'DELETE',
  path: '/pools/{poolId}',
  summary: 'Delete a pool; can be restored for 30 days',
  access: 'staff',
  params: poolParams,
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});
export const restorePool = endpoint({
  method: 'POST',
  path: '/pools/{poolId}/restore',
  summary: 'Bring a deleted pool back',
  access: 'staff',
  params: poolParams,
  answers: { 200: pool },
  problems: ['not_found', 'may_not', 'conflict'],
});
export const addPoolMember = endpoint({
  method: 'PUT',
  path: '/pools/{poolId}/members/{accountId}',
  summary: 'Give a pool to an account',
  access: 'staff',
  params: poolParams.extend({ accountId: id }),
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});
export const removePoolMember = endpoint({
  method: 'DELETE',
  path: '/pools/{poolId}/members/{accountId}',
  summary: 'Take a pool from an account',
  access: 'staff',
  params: poolParams.extend({ accountId: id }),
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});
export const listRooms = endpoint({
  method: 'GET',
  path: '/rooms',
  summary: 'Conference rooms of the caller’s institution and of the consortium',
  access: 'staff',
  answers: { 200: z.object({ items: z.array(room), nextCursor: z.null() }) },
});
export const listDeletedRooms = endpoint({
  method: 'GET',
  path: '/rooms/deleted',
  summary: 'Conference rooms that the caller can restore, newest first',
  access: 'staff',
  answers: { 200: z.object({ items: z.array(deletedThing), nextCursor: z.null() }) },
});
export const createRoom = endpoint({
  method: 'POST',
  path: '/rooms',
  summary: 'Make a conference room',
  access: 'staff',
  body: making,
  answers: { 201: room },
  problems: ['may_not', 'conflict', 'breaks_rule'],
});
export const changeRoom = endpoint({
  method: 'PATCH',
  path: '/rooms/{roomId}',
  summary: 'Rename a conference room',
  access: 'staff',
  params: roomParams,
  body: naming,
  answers: { 200: room },
  problems: ['not_found', 'may_not', 'conflict'],
});
export const deleteRoom = endpoint({
  method: 'DELETE',
  path: '/rooms/{roomId}',
  summary: 'Delete a conference room; can be restored for 30 days',
  access: 'staff',
  params: roomParams,
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});
export const restoreRoom = endpoint({
  method: 'POST',
  path: '/rooms/{roomId}/restore',
  summary: 'Bring a deleted conference room back',
  access: 'staff',
  params: roomParams,
  answers: { 200: room },
  problems: ['not_found', 'may_not', 'conflict'],
});
export const addRoomMember = endpoint({
  method: 'PUT',
  path: '/rooms/{roomId}/members/{accountId}',
  summary: 'Let an account into a conference room',
  access: 'staff',
  params: roomParams.extend({ accountId: id }),
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});
export const removeRoomMember = endpoint({
  method: 'DELETE',
  path: '/rooms/{roomId}/members/{accountId}',
  summary: 'Take an account out of a conference room',
  access: 'staff',
  params: roomParams.extend({ accountId: id }),
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});
