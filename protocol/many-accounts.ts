import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id } from './schemas.ts';

/** What coordinators do with several accounts at once, always all or none. */

const ids = z.array(id).max(1_000);
const many = z.array(id).min(1).max(1_000);

export const deleteAccounts = endpoint({
  method: 'POST',
  path: '/accounts/deletions',
  summary: 'Delete several accounts, all or none',
  access: 'staff',
  body: z.object({ accountIds: many }),
  answers: { 200: z.object({ deleted: z.int() }) },
  problems: ['not_found', 'may_not', 'conflict'],
});

export const restoreAccounts = endpoint({
  method: 'POST',
  path: '/accounts/restorations',
  summary: 'Bring several deleted accounts back, all or none',
  access: 'staff',
  body: z.object({ accountIds: many }),
  answers: { 200: z.object({ restored: z.int() }) },
  problems: ['not_found', 'may_not', 'conflict'],
});

/** What one account may do where: the unit of bulk changes and of their undo. */
export const accountAssignments = z.object({
  accountId: id,
  queueIds: z.array(id),
  /** Of these, the ones that its operator has switched off. */
  optedOutQueueIds: z.array(id).default([]),
  poolIds: z.array(id),
  roomIds: z.array(id),
  chatAccess: z.boolean(),
});
export type AccountAssignments = z.infer<typeof accountAssignments>;

export const changeManyAccounts = endpoint({
  method: 'POST',
  path: '/accounts/changes',
  summary: 'Add and remove queues, pools, rooms and chat access for several accounts, all or none',
  access: 'staff',
  body: z.object({
    accountIds: many,
    addQueueIds: ids.optional(),
    removeQueueIds: ids.optional(),
    addPoolIds: ids.optional(),
    removePoolIds: ids.optional(),
    addRoomIds: ids.optional(),
    removeRoomIds: ids.optional(),
    chatAccess: z.boolean().optional(),
  }),
  /** As it was before: `setAssignments` with it undoes the change. */
  answers: { 200: z.object({ before: z.array(accountAssignments) }) },
  problems: ['not_found', 'may_not', 'conflict', 'breaks_rule'],
});

export const setAssignments = endpoint({
  method: 'PUT',
  path: '/accounts/assignments',
  summary: 'Set the assignments of several accounts exactly, all or none',
  access: 'staff',
  body: z.object({ items: z.array(accountAssignments).min(1).max(1_000) }),
  // What undoes a change of a thousand accounts tells all that they had.
  bodyBytes: 4_000_000,
  answers: { 200: z.object({ before: z.array(accountAssignments) }) },
  problems: ['not_found', 'may_not', 'conflict', 'breaks_rule'],
});
