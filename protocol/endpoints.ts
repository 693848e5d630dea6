import {
  changeAccount,
  checkUsername,
  createAccount,
  deleteAccount,
  listAccounts,
  readAccount,
  restoreAccount,
} from './account-administration.ts';
import { readSession, signIn, signOut } from './accounts.ts';
import { exportAudit, listAudit } from './audit.ts';
import {
  claimChat,
  closeChat,
  leaveChatQuestion,
  listChats,
  openChat,
  postMessage,
  readChat,
  readEvents,
  releaseChat,
} from './chats.ts';
import { listInstitutions } from './institutions.ts';
import {
  changeManyAccounts,
  deleteAccounts,
  restoreAccounts,
  setAssignments,
} from './many-accounts.ts';
import { chooseState } from './presence.ts';
import { listQueues, optIntoQueue } from './queues.ts';
import { checkSetupToken, setUp } from './setup.ts';
import {
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
  restorePool,
  restoreRoom,
  searchCannedMessages,
} from './shared-things.ts';
import { changeTicket, leaveQuestion, listTickets } from './tickets.ts';
import {
  changeWidget,
  createWidget,
  listWidgets,
  readAppearance,
  readAvailability,
  readWidget,
} from './widgets.ts';

/** Every HTTP operation, by the noun that it belongs to: the OpenAPI document and its page are made of this. */
export const ENDPOINTS = {
  session: { signIn, readSession, signOut },
  setup: { checkSetupToken, setUp },
  institutions: { listInstitutions },
  accounts: {
    listAccounts,
    createAccount,
    readAccount,
    changeAccount,
    deleteAccount,
    restoreAccount,
    checkUsername,
    changeManyAccounts,
    setAssignments,
    deleteAccounts,
    restoreAccounts,
  },
  presence: { chooseState },
  queues: { listQueues, optIntoQueue },
  widgets: {
    listWidgets,
    createWidget,
    readWidget,
    changeWidget,
    readAvailability,
    readAppearance,
  },
  pools: {
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
  },
  rooms: { listRooms, listDeletedRooms, createRoom, changeRoom, deleteRoom, restoreRoom },
  chats: {
    openChat,
    listChats,
    readChat,
    claimChat,
    releaseChat,
    closeChat,
    postMessage,
    readEvents,
    leaveChatQuestion,
  },
  audit: { listAudit, exportAudit },
  tickets: { leaveQuestion, listTickets, changeTicket },
} as const;
