import type { AuditEntry } from '#protocol/audit.ts';
import type { StaffActor } from '../platform/http/actor.ts';

/** Who did it. A person who is not signed in yet, and proves by a link who they are, is one too. */
export type AuditActor = Pick<StaffActor, 'accountId' | 'username' | 'address'>;

/** What is handed in when something was changed. */
export interface AuditRecord {
  readonly at: Date;
  /** Null: Carrel itself, or the set-up. */
  readonly actor: AuditActor | null;
  /** The kind of thing and what happened to it: `account.created`. */
  readonly action: `${string}.${string}`;
  readonly target: {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
    /** Whose admins may read the entry; null: the owner alone. */
    readonly institutionId: string | null;
  };
  /** The thing before and after, as far as it is known; null where it was not there. */
  readonly before: Fields | null;
  readonly after: Fields | null;
}

export type Fields = Readonly<Record<string, unknown>>;

/** An entry as it is kept. */
export interface StoredAudit {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly targetKind: string;
  readonly targetId: string;
  readonly targetName: string;
  readonly institutionId: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

export function presentAudit(stored: StoredAudit): AuditEntry {
  return { ...stored, at: stored.at.toISOString() };
}
