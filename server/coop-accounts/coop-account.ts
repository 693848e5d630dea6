import type { CoopAccount } from '#protocol/coop-accounts.ts';
import type { Level } from '#protocol/levels.ts';
import { mayEditMember, type Standing } from '../coops/index.ts';

/** An account that is not in the co-op, as `store.ts` reads it. */
export interface StoredCandidate {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly chatAccess: boolean;
}

export interface StoredMember extends StoredCandidate {
  readonly level: Level;
}

export function presentMember(actor: Standing, member: StoredMember): CoopAccount {
  return { ...member, mayEdit: mayEditMember(actor, member) };
}
