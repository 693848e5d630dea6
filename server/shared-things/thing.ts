/** What pools of canned messages and conference rooms have in common: a name, an owner, members. */
export interface Kind {
  /** As the audit log calls it, and as people do. */
  readonly word: 'pool' | 'room';
  readonly table: 'pools' | 'rooms';
  readonly members: 'pool_members' | 'room_members';
  /** The column of `members` that names the thing. */
  readonly column: 'pool_id' | 'room_id';
}

export const POOL: Kind = {
  word: 'pool',
  table: 'pools',
  members: 'pool_members',
  column: 'pool_id',
};

export const ROOM: Kind = {
  word: 'room',
  table: 'rooms',
  members: 'room_members',
  column: 'room_id',
};

export interface Thing {
  readonly id: string;
  readonly name: string;
  /** Null: the consortium's. */
  readonly institutionId: string | null;
}

export interface DeletedThing extends Thing {
  readonly deletedAt: Date;
}

/** A thing with those of its members that the caller can see. */
export interface StoredThing extends Thing {
  readonly memberIds: readonly string[];
}

/** A thing as it goes out. */
export interface PresentedThing extends Thing {
  readonly memberIds: string[];
  readonly mayEdit: boolean;
}

/** What the audit log says of whose it was. */
export function auditTarget({ word }: Kind, { id, name, institutionId }: Thing) {
  return { kind: word, id, name, institutionId };
}

/** For `problem('not_found')`: the same whether there is none or it may not be seen. */
export function sayMissing({ word }: Kind): string {
  return `There is no such ${word}.`;
}
