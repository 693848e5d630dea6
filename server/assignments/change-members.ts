import { changeMany } from '../account-administration/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import { type Kind, readThing } from '../shared-things/index.ts';

interface Membership {
  readonly id: string;
  readonly accountId: string;
}

const FIELDS = {
  pool: { add: 'addPoolIds', remove: 'removePoolIds' },
  room: { add: 'addRoomIds', remove: 'removeRoomIds' },
} as const;

/**
 * Gives a pool or a room to an account. It is a change of the account: who looks after that may give
 * the consortium's things too.
 *
 * @throws not_found for either of them, or may_not
 */
export function addMember(
  parts: Parts,
  kind: Kind,
  actor: StaffActor,
  membership: Membership,
): Promise<void> {
  return changeMember(parts, kind, actor, membership, 'add');
}

/** @throws not_found for either of them, or may_not */
export function removeMember(
  parts: Parts,
  kind: Kind,
  actor: StaffActor,
  membership: Membership,
): Promise<void> {
  return changeMember(parts, kind, actor, membership, 'remove');
}

async function changeMember(
  parts: Parts,
  kind: Kind,
  actor: StaffActor,
  { id, accountId }: Membership,
  what: 'add' | 'remove',
): Promise<void> {
  await readThing(parts.database.sql, kind, actor, id);
  await changeMany(parts, actor, { accountIds: [accountId], [FIELDS[kind.word][what]]: [id] });
}
