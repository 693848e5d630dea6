import type { Generated } from 'kysely';

/** How people prove who they are, what slows guessing down, and what is done later; part of `Schema`. */
export interface SecurityTables {
  jobs: JobsTable;
  passwordLinks: PasswordLinksTable;
  authenticators: AuthenticatorsTable;
  recoveryCodes: { accountId: string; codeHash: Buffer };
  passkeys: PasskeysTable;
  passkeyChallenges: {
    id: string;
    accountId: string | null;
    challenge: string;
    expiresAt: Date;
  };
  guesses: { key: Buffer; count: number; lastAt: Date; nextAt: Date };
  refusedSignIns: { accountId: string; since: Date; tries: number; addresses: string[] };
  knownPlaces: { accountId: string; place: string; lastAt: Date };
}

interface JobsTable {
  id: string;
  task: string;
  payload: Buffer;
  attempts: Generated<number>;
  dueAt: Date;
  expiresAt: Date;
  createdAt: Date;
}

interface PasswordLinksTable {
  id: string;
  accountId: string;
  purpose: 'reset' | 'invitation';
  tokenHash: Buffer;
  createdAt: Date;
  expiresAt: Date;
}

interface AuthenticatorsTable {
  accountId: string;
  secret: Buffer;
  lastStep: Generated<number>;
  createdAt: Date;
  confirmedAt: Date | null;
}

interface PasskeysTable {
  id: string;
  accountId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}
