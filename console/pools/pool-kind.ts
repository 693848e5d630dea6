import { queryOptions } from '@tanstack/react-query';
import { listPoolMessages } from '#protocol/canned-messages.ts';
import {
  addPoolMember,
  changePool,
  createPool,
  deletePool,
  listDeletedPools,
  listPools,
  removePoolMember,
  restorePool,
} from '#protocol/shared-things.ts';
import { call } from '../platform/api/index.ts';
import type { ThingKind } from '../shared-things/index.ts';

const KEY = ['pools'] as const;

export const poolsQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => call(listPools, { signal }),
});

export function messagesQuery(poolId: string) {
  return queryOptions({
    queryKey: [...KEY, poolId, 'messages'],
    queryFn: ({ signal }) => call(listPoolMessages, { params: { poolId }, signal }),
  });
}

export const POOL_KIND: ThingKind = {
  words: {
    title: 'pools.title',
    lead: 'pools.lead',
    new: 'pools.new',
    nameHint: 'pools.name.hint',
    members: 'pools.members',
    membersOf: 'pools.membersOf',
    empty: 'pools.empty',
    emptyText: 'pools.empty.text',
  },
  isQueue: false,
  key: KEY,
  isShareable: true,
  readDeleted: (signal) => call(listDeletedPools, { signal }),
  create: ({ name, institutionId }) => call(createPool, { body: { name, institutionId } }),
  change: (poolId, { name }) => call(changePool, { params: { poolId }, body: { name } }),
  remove: (poolId) => call(deletePool, { params: { poolId } }),
  restore: (poolId) => call(restorePool, { params: { poolId } }),
  addMember: (poolId, accountId) => call(addPoolMember, { params: { poolId, accountId } }),
  removeMember: (poolId, accountId) => call(removePoolMember, { params: { poolId, accountId } }),
};
