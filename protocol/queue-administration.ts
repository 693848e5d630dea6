import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { hours } from './hours.ts';
import { queue, queueKind } from './queues.ts';
import { id, instant, personName, plainText } from './schemas.ts';

/** What coordinators do with queues, and the matrix of who staffs what. */

export const queueDetail = queue.extend({
  /** Accounts assigned to it, opted in or not. */
  operatorIds: z.array(id),
  /** When it is open; null: as its library, and a co-op's always. */
  hours: hours.nullable(),
  mayEdit: z.boolean(),
});
export type QueueDetail = z.infer<typeof queueDetail>;

const queueParams = z.object({ queueId: id });

export const readQueue = endpoint({
  method: 'GET',
  path: '/queues/{queueId}',
  summary: 'One queue with its operators',
  access: 'staff',
  params: queueParams,
  answers: { 200: queueDetail },
  problems: ['not_found'],
});

export const listDeletedQueues = endpoint({
  method: 'GET',
  path: '/queues/deleted',
  summary: 'Queues that the caller can restore, newest first',
  access: 'staff',
  answers: {
    200: z.object({
      items: z.array(queue.extend({ deletedAt: instant })),
      nextCursor: z.null(),
    }),
  },
});

/** Of an institution, or, for the owner, of a co-op. */
export const createQueue = endpoint({
  method: 'POST',
  path: '/queues',
  summary: 'Make a queue of an institution or of a co-op',
  access: 'staff',
  body: z
    .object({
      name: personName,
      kind: queueKind,
      institutionId: id.optional(),
      coopId: id.optional(),
    })
    .refine(
      ({ institutionId, coopId }) => (institutionId === undefined) !== (coopId === undefined),
      {
        error: 'must name an institution or a co-op, and not both',
        path: ['institutionId'],
      },
    ),
  answers: { 201: queueDetail },
  problems: ['may_not', 'conflict', 'breaks_rule'],
});

export const changeQueue = endpoint({
  method: 'PATCH',
  path: '/queues/{queueId}',
  summary: 'Rename a queue, change its kind, or when it is open',
  access: 'staff',
  params: queueParams,
  body: z.object({ name: personName, kind: queueKind, hours: hours.nullable() }).partial(),
  answers: { 200: queueDetail },
  problems: ['not_found', 'may_not', 'conflict'],
});

export const deleteQueue = endpoint({
  method: 'DELETE',
  path: '/queues/{queueId}',
  summary: 'Delete a queue: no new chats, those under way finish; can be restored for 30 days',
  access: 'staff',
  params: queueParams,
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});

export const restoreQueue = endpoint({
  method: 'POST',
  path: '/queues/{queueId}/restore',
  summary: 'Bring a deleted queue back with its operators',
  access: 'staff',
  params: queueParams,
  answers: { 200: queueDetail },
  problems: ['not_found', 'may_not', 'conflict'],
});

const assignmentParams = z.object({ queueId: id, accountId: id });

export const assignOperator = endpoint({
  method: 'PUT',
  path: '/queues/{queueId}/assignments/{accountId}',
  summary: 'Assign an account to a queue',
  access: 'staff',
  params: assignmentParams,
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});

export const unassignOperator = endpoint({
  method: 'DELETE',
  path: '/queues/{queueId}/assignments/{accountId}',
  summary: 'Take an account off a queue; chats under way finish',
  access: 'staff',
  params: assignmentParams,
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});

export const assignmentMatrix = z.object({
  queues: z.array(queue),
  operators: z.array(
    z.object({
      accountId: id,
      username: z.string(),
      displayName: z.string(),
      institutionId: id,
      institutionName: z.string(),
      chatAccess: z.boolean(),
      mayEdit: z.boolean(),
      /** Positions in `queues` that the account is assigned to, rising. */
      assigned: z.array(z.int()),
    }),
  ),
});
export type AssignmentMatrix = z.infer<typeof assignmentMatrix>;

const matrixQuery = z.object({ q: plainText(200).optional(), institutionId: id.optional() });

export const readMatrix = endpoint({
  method: 'GET',
  path: '/assignments',
  summary: 'Operators by queues, in one answer',
  access: 'staff',
  query: matrixQuery,
  answers: { 200: assignmentMatrix },
  problems: ['may_not'],
});

export const exportMatrix = endpoint({
  method: 'GET',
  path: '/assignments/export',
  summary: 'The matrix as a file: CSV or XLSX',
  access: 'staff',
  query: matrixQuery.extend({ format: z.literal(['csv', 'xlsx']) }),
  answers: { 200: z.string() },
  files: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  problems: ['may_not'],
});
