import type { CallInput } from '#protocol/endpoint.ts';
import type { changeManyAccounts } from '#protocol/many-accounts.ts';

/** What several accounts shall gain and lose. */
export interface Changes {
  readonly addQueueIds: string[];
  readonly removeQueueIds: string[];
  readonly addPoolIds: string[];
  readonly removePoolIds: string[];
  readonly addRoomIds: string[];
  readonly removeRoomIds: string[];
  readonly chatAccess: 'keep' | 'on' | 'off';
}

export const NO_CHANGES: Changes = {
  addQueueIds: [],
  removeQueueIds: [],
  addPoolIds: [],
  removePoolIds: [],
  addRoomIds: [],
  removeRoomIds: [],
  chatAccess: 'keep',
};

export function changesNothing(changes: Changes): boolean {
  return JSON.stringify(changes) === JSON.stringify(NO_CHANGES);
}

/** Chosen to be added, a thing is no longer to be removed, and the other way round. */
export function choose<Kind extends 'Queue' | 'Pool' | 'Room'>(
  changes: Changes,
  what: 'add' | 'remove',
  kind: Kind,
  ids: readonly string[],
): Changes {
  const opposite = what === 'add' ? 'remove' : 'add';
  const others = changes[`${opposite}${kind}Ids`].filter((id) => !ids.includes(id));
  return { ...changes, [`${what}${kind}Ids`]: [...ids], [`${opposite}${kind}Ids`]: others };
}

/** As the endpoint takes it: only what is to change. */
export function bodyOf(
  accountIds: string[],
  { chatAccess, ...lists }: Changes,
): CallInput<typeof changeManyAccounts>['body'] {
  const named = Object.entries(lists).filter(([, ids]) => ids.length > 0);
  return {
    accountIds,
    ...Object.fromEntries(named),
    ...(chatAccess === 'keep' ? {} : { chatAccess: chatAccess === 'on' }),
  };
}
