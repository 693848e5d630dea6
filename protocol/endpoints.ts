import {
  changeAccount,
  checkUsername,
  createAccount,
  deleteAccount,
  endAccountSessions,
  listAccounts,
  readAccount,
  restoreAccount,
  setPassword,
} from './account-administration.ts';
import { exportAccounts, importAccounts, readImportProgress } from './account-files.ts';
import { readSession, signIn, signOut } from './accounts.ts';
import { AFTERWARDS_ENDPOINTS } from './afterwards-endpoints.ts';
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
import { listContacts } from './contacts.ts';
import { COOP_ENDPOINTS } from './coop-endpoints.ts';
import { changeInstitution, createInstitution, listInstitutions } from './institutions.ts';
import { receiveMail } from './mail.ts';
import {
  changeManyAccounts,
  deleteAccounts,
  restoreAccounts,
  setAssignments,
} from './many-accounts.ts';
import {
  changeOwnEmail,
  changeOwnPassword,
  checkPasswordLink,
  forgotPassword,
  forgotUsername,
  resetPassword,
} from './passwords.ts';
import { policies } from './policy-endpoints.ts';
import { beginPractice, finishTour } from './practice.ts';
import { chooseLimit, chooseState } from './presence.ts';
import {
  assignOperator,
  changeQueue,
  createQueue,
  deleteQueue,
  exportMatrix,
  listDeletedQueues,
  readMatrix,
  readQueue,
  restoreQueue,
  unassignOperator,
} from './queue-administration.ts';
import { listQueues, optIntoQueue } from './queues.ts';
import { changeResolution } from './resolutions.ts';
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  beginTotp,
  confirmTotp,
  endSession,
  endTotp,
  listSessions,
  readSecondFactors,
  removePasskey,
  removeSecondFactors,
  renewRecoveryCodes,
  signInWithPasskey,
} from './security.ts';
import { checkSetupToken, readConsortium, renameConsortium, setUp } from './setup.ts';
import { MEMBER_ENDPOINTS, POOL_ENDPOINTS, ROOM_ENDPOINTS } from './shared-thing-endpoints.ts';
import { TICKET_ENDPOINTS } from './ticket-endpoints.ts';
import { TRANSFER_ENDPOINTS } from './transfers.ts';
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
  session: {
    signIn,
    readSession,
    signOut,
    listSessions,
    endSession,
    beginPasskeySignIn,
    signInWithPasskey,
    forgotPassword,
    forgotUsername,
    checkPasswordLink,
    resetPassword,
    changeOwnPassword,
    changeOwnEmail,
  },
  security: {
    readSecondFactors,
    beginTotp,
    confirmTotp,
    endTotp,
    renewRecoveryCodes,
    beginPasskey,
    addPasskey,
    removePasskey,
    setPassword,
    endAccountSessions,
    removeSecondFactors,
  },
  setup: { checkSetupToken, setUp, readConsortium, renameConsortium },
  institutions: { listInstitutions, createInstitution, changeInstitution },
  accounts: {
    listAccounts,
    createAccount,
    readAccount,
    changeAccount,
    deleteAccount,
    restoreAccount,
    checkUsername,
    listContacts,
    changeManyAccounts,
    setAssignments,
    deleteAccounts,
    restoreAccounts,
    importAccounts,
    readImportProgress,
    exportAccounts,
  },
  practice: { beginPractice, finishTour },
  coops: COOP_ENDPOINTS,
  presence: { chooseState, chooseLimit },
  policies,
  queues: {
    listQueues,
    optIntoQueue,
    listDeletedQueues,
    readQueue,
    createQueue,
    changeQueue,
    deleteQueue,
    restoreQueue,
  },
  assignments: {
    readMatrix,
    exportMatrix,
    assignOperator,
    unassignOperator,
    ...MEMBER_ENDPOINTS,
  },
  widgets: {
    listWidgets,
    createWidget,
    readWidget,
    changeWidget,
    readAvailability,
    readAppearance,
  },
  pools: POOL_ENDPOINTS,
  rooms: ROOM_ENDPOINTS,
  chats: {
    openChat,
    listChats,
    readChat,
    claimChat,
    releaseChat,
    closeChat,
    changeResolution,
    postMessage,
    readEvents,
    leaveChatQuestion,
    ...TRANSFER_ENDPOINTS,
  },
  audit: { listAudit, exportAudit },
  tickets: { ...TICKET_ENDPOINTS, receiveMail },
  ...AFTERWARDS_ENDPOINTS,
} as const;
