import type { Role } from '#protocol/accounts.ts';
import type { CoopRights } from '#protocol/coops.ts';
import type { Level, LevelAct, LevelReach, LevelTable } from '#protocol/levels.ts';

/**
 * What each level may do in its co-op, lowest first: the server decides by it, and it is printed as it
 * stands. `mayGive` names the levels not above one's own: those that may be given, and whose accounts
 * may be touched.
 */
const LEVELS = [
  {
    level: 'regular',
    reach: {
      answer_chats: 'all',
      read_transcripts: 'own',
      read_statistics: 'own',
      read_feedback: 'own',
      see_accounts: 'none',
      give_level: 'none',
      manage_accounts: 'none',
    },
    mayGive: [],
  },
  {
    level: 'institutionAdmin',
    reach: {
      answer_chats: 'all',
      read_transcripts: 'institution',
      read_statistics: 'institution',
      read_feedback: 'institution',
      see_accounts: 'all',
      give_level: 'institution',
      manage_accounts: 'institution',
    },
    mayGive: ['regular', 'institutionAdmin'],
  },
  {
    level: 'coopAdmin',
    reach: {
      answer_chats: 'all',
      read_transcripts: 'all',
      read_statistics: 'all',
      read_feedback: 'all',
      see_accounts: 'all',
      give_level: 'all',
      manage_accounts: 'all',
    },
    mayGive: ['regular', 'institutionAdmin', 'coopAdmin'],
  },
] as const satisfies LevelTable;

/** As what the owner of the installation acts in every co-op, whatever level they hold there. */
const OWNERS_LEVEL: Level = 'coopAdmin';

/** An account as the levels see it. */
interface Candidate {
  readonly accountId: string;
  readonly institutionId: string;
}

interface Member extends Candidate {
  readonly level: Level;
}

/** What somebody is in one co-op. */
export interface Standing extends Member {
  readonly isOwner: boolean;
}

/**
 * The level that somebody acts with; undefined: the co-op is not there for them. Chat access is
 * switched at home and needed beside the level, but not by the owner, who is no operator of it.
 */
export function actingLevel(
  { role, chatAccess }: { readonly role: Role; readonly chatAccess: boolean },
  held: Level | undefined,
): Level | undefined {
  if (role === 'owner') return OWNERS_LEVEL;
  return chatAccess ? held : undefined;
}

/** For who asks over HTTP, whose answers are theirs to change. */
export function levelTable(): LevelTable {
  return LEVELS.map(({ level, reach, mayGive }) => ({ level, reach, mayGive: [...mayGive] }));
}

export function reachOf(level: Level, act: LevelAct): LevelReach {
  return rowOf(level).reach[act];
}

/** Whether the standing reaches what belongs to an institution's accounts; one's own counts as `own`. */
function reaches(actor: Standing, act: LevelAct, account: Candidate): boolean {
  switch (reachOf(actor.level, act)) {
    case 'none':
      return false;
    case 'own':
      return account.accountId === actor.accountId;
    case 'institution':
      return account.institutionId === actor.institutionId;
    case 'all':
      return true;
  }
}

export function maySeeAccounts(actor: Pick<Standing, 'level'>): boolean {
  return reachOf(actor.level, 'see_accounts') !== 'none';
}

/** A level not above one's own, at home only where the reach ends there, never oneself. */
export function mayEditMember(actor: Standing, member: Member): boolean {
  if (member.accountId === actor.accountId) return false;
  return mayGiveLevel(actor, member.level) && reaches(actor, 'manage_accounts', member);
}

export function mayGiveLevel(actor: Pick<Standing, 'level'>, level: Level): boolean {
  return rowOf(actor.level).mayGive.includes(level);
}

/** The institution that the standing adds accounts of; null: any of the co-op's. */
export function addsWithin(actor: Standing): string | null {
  return reachOf(actor.level, 'give_level') === 'all' ? null : actor.institutionId;
}

/** The answers that travel with a co-op, so that bars, buttons and server agree. */
export function rightsIn(actor: Standing): CoopRights {
  return {
    level: actor.isOwner ? null : actor.level,
    mayManageCoop: actor.isOwner,
    mayManageAccounts: maySeeAccounts(actor),
    mayGive: [...rowOf(actor.level).mayGive],
  };
}

interface Row {
  readonly reach: Readonly<Record<LevelAct, LevelReach>>;
  readonly mayGive: readonly Level[];
}

const ROWS: Readonly<Record<Level, Row>> = {
  regular: LEVELS[0],
  institutionAdmin: LEVELS[1],
  coopAdmin: LEVELS[2],
};

function rowOf(level: Level): Row {
  return ROWS[level];
}
