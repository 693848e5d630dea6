import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PAGE_ITEMS } from './limits.ts';
import { id, instant } from './schemas.ts';

/** Who did what to whom, when and from where. Written in the transaction of the change, never changed. */
export const auditEntry = z.object({
  id,
  at: instant,
  /** Null: Carrel itself, or the set-up. */
  actorId: id.nullable(),
  actorName: z.string().nullable(),
  /** Network address of the request; null where there was none. */
  address: z.string().nullable(),
  /** `account.created`, `queue.renamed`, … */
  action: z.string(),
  /** The thing that was changed: its kind, id and its name at that time. */
  targetKind: z.string(),
  targetId: id,
  targetName: z.string(),
  institutionId: id.nullable(),
  /** Only what changed; never a secret. */
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

const auditQuery = z.object({
  actorId: id.optional(),
  targetId: id.optional(),
  /** `account.created`, or all of a kind of thing: `account`. */
  action: z.string().max(100).optional(),
  from: instant.optional(),
  to: instant.optional(),
});

export const listAudit = endpoint({
  method: 'GET',
  path: '/audit',
  summary: 'Changes in the caller’s institution; for the owner, all; newest first',
  access: 'staff',
  query: auditQuery.extend({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(PAGE_ITEMS.most).default(PAGE_ITEMS.usual),
  }),
  answers: { 200: z.object({ items: z.array(auditEntry), nextCursor: z.string().nullable() }) },
  problems: ['may_not'],
});

export const exportAudit = endpoint({
  method: 'GET',
  path: '/audit/export',
  summary: 'The same as a CSV file',
  access: 'staff',
  query: auditQuery,
  answers: { 200: z.string() },
  files: ['text/csv'],
  problems: ['may_not'],
});
