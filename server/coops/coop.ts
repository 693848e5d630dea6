import type { Coop, CoopDetail, CoopInstitution } from '#protocol/coops.ts';
import type { Hours } from '#protocol/hours.ts';
import type { Level } from '#protocol/levels.ts';
import { rightsIn, type Standing } from './levels.ts';

/** A co-op as `store.ts` reads it. */
export interface StoredCoop {
  readonly id: string;
  readonly name: string;
  readonly institutionCount: number;
  readonly accountCount: number;
}

export interface StoredInstitution {
  readonly institutionId: string;
  readonly name: string;
  readonly code: string;
  readonly timeZone: string;
  readonly joinedAt: Date;
  readonly coverage: Hours | null;
  readonly accountCount: number;
}

export function presentCoop(standing: Standing, coop: StoredCoop): Coop {
  return { ...coop, rights: rightsIn(standing) };
}

export function presentDetail(
  standing: Standing,
  coop: StoredCoop,
  institutions: readonly StoredInstitution[],
  queues: CoopDetail['queues'],
): CoopDetail {
  return {
    ...presentCoop(standing, coop),
    institutions: institutions.map(presentInstitution),
    queues: [...queues],
  };
}

function presentInstitution(institution: StoredInstitution): CoopInstitution {
  return { ...institution, joinedAt: institution.joinedAt.toISOString() };
}

/** For the audit log, which the owner alone reads of a co-op. */
export function auditTarget({ id, name }: { readonly id: string; readonly name: string }) {
  return { kind: 'coop', id, name, institutionId: null };
}

/** The levels as they are called everywhere, in whatever language. */
const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  regular: 'Regular',
  institutionAdmin: 'Institution Admin',
  coopAdmin: 'Co-Op Admin',
};

/** A level as the audit log tells it: an account may have one in each of several co-ops. */
export function nameLevel(coopName: string, level: Level): string {
  return `${coopName}: ${LEVEL_NAMES[level]}`;
}
