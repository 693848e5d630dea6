import type { z } from 'zod';
import type {
  AccountAssignments,
  changeManyAccounts,
  setAssignments,
} from '#protocol/many-accounts.ts';
import { recordAudits } from '../audit/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Parts } from '../platform/parts.ts';
import type { StoredAccount } from './account.ts';
import {
  type Assignments,
  alter,
  type Kind,
  readAssignments,
  saveAssignments,
} from './assignments/index.ts';
import { lockAll } from './lock-accounts.ts';
import { updateAccounts } from './store.ts';

/** What several accounts shall have from now on. */
type Wished = Assignments & { readonly chatAccess: boolean };

/**
 * Adds and removes for several accounts, all or none.
 *
 * @returns each as it was before: `setAssignments` with it undoes the change
 * @throws not_found, may_not, breaks_rule with `addQueueIds.N` and its like
 */
export function changeMany(
  parts: Parts,
  actor: StaffActor,
  { accountIds, chatAccess, ...lists }: z.output<typeof changeManyAccounts.body>,
): Promise<AccountAssignments[]> {
  const added = {
    queueIds: lists.addQueueIds,
    poolIds: lists.addPoolIds,
    roomIds: lists.addRoomIds,
  };
  const fields = { queueIds: 'addQueueIds', poolIds: 'addPoolIds', roomIds: 'addRoomIds' } as const;
  return save(
    parts,
    actor,
    accountIds,
    (account, had) => ({
      queueIds: alter(had.queueIds, lists.addQueueIds, lists.removeQueueIds),
      poolIds: alter(had.poolIds, lists.addPoolIds, lists.removePoolIds),
      roomIds: alter(had.roomIds, lists.addRoomIds, lists.removeRoomIds),
      chatAccess: chatAccess ?? account.chatAccess,
    }),
    (kind, id) => `${fields[kind]}.${added[kind]?.indexOf(id) ?? 0}`,
  );
}

/**
 * Sets the assignments of several accounts exactly, all or none.
 *
 * @returns each as it was before
 * @throws not_found, may_not, breaks_rule with `items.N.queueIds.M` and its like
 */
export function setMany(
  parts: Parts,
  actor: StaffActor,
  { items }: z.output<typeof setAssignments.body>,
): Promise<AccountAssignments[]> {
  // Of two entries for one account, the last holds.
  const wished = new Map(items.map((item, index) => [item.accountId, { item, index }]));
  const entryOf = (accountId: string) => {
    const entry = wished.get(accountId);
    if (!entry) throw new Error('An account that nobody asked for was locked');
    return entry;
  };
  return save(
    parts,
    actor,
    [...wished.keys()],
    ({ id }) => entryOf(id).item,
    (kind, id, accountId) => {
      const { item, index } = entryOf(accountId);
      return `items.${index}.${kind}.${item[kind].indexOf(id)}`;
    },
  );
}

async function save(
  parts: Parts,
  actor: StaffActor,
  accountIds: readonly string[],
  wish: (account: StoredAccount, had: Assignments) => Wished,
  pathOf: (kind: Kind, id: string, accountId: string) => string,
): Promise<AccountAssignments[]> {
  const now = parts.clock.now();
  const before = await parts.database.sql.transaction().execute(async (sql) => {
    const accounts = await lockAll(sql, actor, 'edit', accountIds, now);
    const assignmentsOf = await readAssignments(sql, accountIds);
    const changes = accounts.map((account) => {
      const had = assignmentsOf(account.id);
      const { chatAccess, ...after } = wish(account, had);
      const { id: accountId, institutionId } = account;
      return { account, accountId, institutionId, before: had, after, chatAccess };
    });
    const toldOf = await saveAssignments(sql, actor, changes, pathOf);
    for (const chatAccess of [true, false]) {
      const switched = changes.filter(
        (change) => change.chatAccess === chatAccess && change.account.chatAccess !== chatAccess,
      );
      if (switched.length > 0)
        await updateAccounts(
          sql,
          switched.map(({ accountId }) => accountId),
          { chatAccess },
        );
    }
    await recordAudits(
      sql,
      changes.map(({ account, before: had, after, chatAccess }) => ({
        at: now,
        actor,
        action: 'account.changed',
        target: {
          kind: 'account',
          id: account.id,
          name: account.username,
          institutionId: account.institutionId,
        },
        before: { ...toldOf(had), chatAccess: account.chatAccess },
        after: { ...toldOf(after), chatAccess },
      })),
    );
    return changes.map(({ account, before: had }) => present(account, had));
  });
  for (const { accountId } of before) parts.bus.publish('operator', { accountId });
  return before;
}

function present(account: StoredAccount, had: Assignments): AccountAssignments {
  return {
    accountId: account.id,
    queueIds: [...had.queueIds],
    optedOutQueueIds: [...(had.optedOutQueueIds ?? [])],
    poolIds: [...had.poolIds],
    roomIds: [...had.roomIds],
    chatAccess: account.chatAccess,
  };
}
