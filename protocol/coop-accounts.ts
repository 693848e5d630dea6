import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { level } from './levels.ts';
import { PAGE_ITEMS } from './limits.ts';
import { id, plainText } from './schemas.ts';

/** The people of a co-op, and their levels. */

const coopParams = z.object({ coopId: id });
const accountParams = z.object({ coopId: id, accountId: id });

/** A row of Manage Accounts. */
export const coopAccount = z.object({
  accountId: id,
  username: z.string(),
  displayName: z.string(),
  institutionId: id,
  institutionName: z.string(),
  level,
  /** Switched off at home: the level stays, and opens nothing. */
  chatAccess: z.boolean(),
  mayEdit: z.boolean(),
});
export type CoopAccount = z.infer<typeof coopAccount>;

const listed = {
  /** Any part of username, name or institution. */
  q: plainText(200).optional(),
  institutionId: id.optional(),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_ITEMS.most).default(PAGE_ITEMS.usual),
};

export const listCoopAccounts = endpoint({
  method: 'GET',
  path: '/coops/{coopId}/accounts',
  summary: 'Every account of the co-op, for both admin levels',
  access: 'staff',
  params: coopParams,
  query: z.object({ ...listed, level: level.optional() }),
  answers: {
    200: z.object({
      items: z.array(coopAccount),
      nextCursor: z.string().nullable(),
      total: z.int(),
    }),
  },
  problems: ['not_found', 'may_not'],
});

export const coopCandidate = coopAccount.omit({ level: true, mayEdit: true });
export type CoopCandidate = z.infer<typeof coopCandidate>;

export const listCoopCandidates = endpoint({
  method: 'GET',
  path: '/coops/{coopId}/candidates',
  summary: 'Accounts that the caller may add: of their institution; for a Co-Op Admin, of all',
  access: 'staff',
  params: coopParams,
  query: z.object(listed),
  answers: {
    200: z.object({
      items: z.array(coopCandidate),
      nextCursor: z.string().nullable(),
      total: z.int(),
    }),
  },
  problems: ['not_found', 'may_not'],
});

/** A pasted list of usernames, judged before anything is added. */
export const findCoopCandidates = endpoint({
  method: 'POST',
  path: '/coops/{coopId}/candidates/find',
  summary: 'Which of the pasted usernames can be added, and why the others cannot',
  access: 'staff',
  params: coopParams,
  body: z.object({ usernames: z.array(plainText(200)).min(1).max(1_000) }),
  answers: {
    200: z.object({
      found: z.array(coopCandidate),
      refused: z.array(
        z.object({
          username: z.string(),
          /** An account that the caller may not add is unknown to them. */
          reason: z.literal(['unknown', 'member']),
        }),
      ),
    }),
  },
  problems: ['not_found', 'may_not'],
});

export const addCoopAccounts = endpoint({
  method: 'POST',
  path: '/coops/{coopId}/accounts',
  summary: 'Add accounts, all at one level: all or nothing',
  access: 'staff',
  params: coopParams,
  body: z.object({ accountIds: z.array(id).min(1).max(1_000), level }),
  answers: { 201: z.object({ items: z.array(coopAccount) }) },
  problems: ['not_found', 'may_not', 'conflict', 'breaks_rule'],
});

/** Undo of a batch that was just added; all or nothing. */
export const removeCoopAccounts = endpoint({
  method: 'POST',
  path: '/coops/{coopId}/accounts/remove',
  summary: 'Remove several accounts from the co-op: all or nothing',
  access: 'staff',
  params: coopParams,
  body: z.object({ accountIds: z.array(id).min(1).max(1_000) }),
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});

export const readCoopAccount = endpoint({
  method: 'GET',
  path: '/coops/{coopId}/accounts/{accountId}',
  summary: 'One account of the co-op, for who may edit it',
  access: 'staff',
  params: accountParams,
  answers: { 200: coopAccount },
  problems: ['not_found', 'may_not'],
});

export const changeCoopAccount = endpoint({
  method: 'PATCH',
  path: '/coops/{coopId}/accounts/{accountId}',
  summary: 'Give another level',
  access: 'staff',
  params: accountParams,
  body: z.object({ level }),
  answers: { 200: coopAccount },
  problems: ['not_found', 'may_not'],
});

export const removeCoopAccount = endpoint({
  method: 'DELETE',
  path: '/coops/{coopId}/accounts/{accountId}',
  summary: 'Remove from the co-op; the home account is untouched',
  access: 'staff',
  params: accountParams,
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});
