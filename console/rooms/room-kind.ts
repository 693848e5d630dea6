import { queryOptions } from '@tanstack/react-query';
import {
  addRoomMember,
  changeRoom,
  createRoom,
  deleteRoom,
  listDeletedRooms,
  listRooms,
  removeRoomMember,
  restoreRoom,
} from '#protocol/shared-things.ts';
import { call } from '../platform/api/index.ts';
import type { ThingKind } from '../shared-things/index.ts';

const KEY = ['rooms'] as const;

export const roomsQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => call(listRooms, { signal }),
});

export const ROOM_KIND: ThingKind = {
  words: {
    title: 'rooms.title',
    lead: 'rooms.lead',
    new: 'rooms.new',
    nameHint: 'rooms.name.hint',
    members: 'rooms.members',
    membersOf: 'rooms.membersOf',
    empty: 'rooms.empty',
    emptyText: 'rooms.empty.text',
  },
  isQueue: false,
  key: KEY,
  isShareable: true,
  readDeleted: (signal) => call(listDeletedRooms, { signal }),
  create: ({ name, institutionId }) => call(createRoom, { body: { name, institutionId } }),
  change: (roomId, { name }) => call(changeRoom, { params: { roomId }, body: { name } }),
  remove: (roomId) => call(deleteRoom, { params: { roomId } }),
  restore: (roomId) => call(restoreRoom, { params: { roomId } }),
  addMember: (roomId, accountId) => call(addRoomMember, { params: { roomId, accountId } }),
  removeMember: (roomId, accountId) => call(removeRoomMember, { params: { roomId, accountId } }),
};
