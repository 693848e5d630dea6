import { queryOptions } from '@tanstack/react-query';
import {
  assignOperator,
  changeQueue,
  createQueue,
  deleteQueue,
  listDeletedQueues,
  readQueue,
  restoreQueue,
  unassignOperator,
} from '#protocol/queue-administration.ts';
import { listQueues } from '#protocol/queues.ts';
import { call } from '../platform/api/index.ts';
import type { ThingDraft, ThingKind } from '../shared-things/index.ts';

const KEY = ['queues'] as const;

export const queuesQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => call(listQueues, { signal }),
});

export function queueQuery(queueId: string) {
  return queryOptions({
    queryKey: [...KEY, 'one', queueId],
    queryFn: ({ signal }) => call(readQueue, { params: { queueId }, signal }),
  });
}

export const QUEUE_KIND: ThingKind = {
  words: {
    title: 'queues.title',
    lead: 'queues.lead',
    new: 'queues.new',
    nameHint: 'queues.name.hint',
    members: 'queues.members',
    membersOf: 'queues.membersOf',
    empty: 'queues.empty',
    emptyText: 'queues.empty.text',
  },
  isQueue: true,
  key: KEY,
  isShareable: false,
  readDeleted: (signal) => call(listDeletedQueues, { signal }),
  create: ({ name, kind, institutionId }: ThingDraft) => {
    if (institutionId === null) throw new Error('a queue is made for an institution');
    return call(createQueue, { body: { name, kind, institutionId } });
  },
  change: (queueId, { name, kind }) =>
    call(changeQueue, { params: { queueId }, body: { name, kind } }),
  remove: (queueId) => call(deleteQueue, { params: { queueId } }),
  restore: (queueId) => call(restoreQueue, { params: { queueId } }),
  addMember: (queueId, accountId) => call(assignOperator, { params: { queueId, accountId } }),
  removeMember: (queueId, accountId) => call(unassignOperator, { params: { queueId, accountId } }),
};
