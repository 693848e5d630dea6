import {
  addPoolMember,
  addRoomMember,
  changePool,
  changePoolMessage,
  changeRoom,
  createPool,
  createPoolMessage,
  createRoom,
  deletePool,
  deletePoolMessage,
  deleteRoom,
  listDeletedPools,
  listDeletedRooms,
  listPoolMessages,
  listPools,
  listRooms,
  removePoolMember,
  removeRoomMember,
  restorePool,
  restoreRoom,
  searchCannedMessages,
} from './shared-things.ts';

export const POOL_ENDPOINTS = {
  listPools,
  listDeletedPools,
  createPool,
  changePool,
  deletePool,
  restorePool,
  listPoolMessages,
  createPoolMessage,
  changePoolMessage,
  deletePoolMessage,
  searchCannedMessages,
} as const;

export const ROOM_ENDPOINTS = {
  listRooms,
  listDeletedRooms,
  createRoom,
  changeRoom,
  deleteRoom,
  restoreRoom,
} as const;

/** Who has which pool and which room: cells of the matrix. */
export const MEMBER_ENDPOINTS = {
  addPoolMember,
  removePoolMember,
  addRoomMember,
  removeRoomMember,
} as const;
