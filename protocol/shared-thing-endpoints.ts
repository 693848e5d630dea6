import {
  changePoolMessage,
  createPoolMessage,
  deletePoolMessage,
  listPoolMessages,
  searchCannedMessages,
} from './canned-messages.ts';
import {
  addPoolMember,
  addRoomMember,
  changePool,
  changeRoom,
  createPool,
  createRoom,
  deletePool,
  deleteRoom,
  listDeletedPools,
  listDeletedRooms,
  listPools,
  listRooms,
  removePoolMember,
  removeRoomMember,
  restorePool,
  restoreRoom,
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
