import {
  addCoopAccounts,
  changeCoopAccount,
  findCoopCandidates,
  listCoopAccounts,
  listCoopCandidates,
  readCoopAccount,
  removeCoopAccount,
  removeCoopAccounts,
} from './coop-accounts.ts';
import {
  addCoopInstitution,
  changeCoop,
  createCoop,
  deleteCoop,
  listCoopAdmins,
  listCoops,
  readCoop,
  removeCoopInstitution,
} from './coops.ts';
import { readLevels } from './levels.ts';

/** Co-ops, their libraries, and who is in them. */
export const COOP_ENDPOINTS = {
  listCoops,
  createCoop,
  readCoop,
  changeCoop,
  deleteCoop,
  addCoopInstitution,
  removeCoopInstitution,
  listCoopAdmins,
  listCoopAccounts,
  listCoopCandidates,
  findCoopCandidates,
  addCoopAccounts,
  removeCoopAccounts,
  readCoopAccount,
  changeCoopAccount,
  removeCoopAccount,
  readLevels,
} as const;
