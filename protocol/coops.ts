import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { hours } from './hours.ts';
import { level } from './levels.ts';
import { id, instant, page, personName } from './schemas.ts';

/** Libraries that answer for each other, and who of their people may do what there. */

/** What the caller may do in a co-op: the server's own answer, which bars and buttons are drawn from. */
export const coopRights = z.object({
  /** Null: the owner of the installation, who may do what a Co-Op Admin may. */
  level: level.nullable(),
  /** Name, institutions, coverage, queues: the owner's alone. */
  mayManageCoop: z.boolean(),
  mayManageAccounts: z.boolean(),
  /** Levels that the caller may give; empty: none. */
  mayGive: z.array(level),
});
export type CoopRights = z.infer<typeof coopRights>;

export const coop = z.object({
  id,
  name: personName,
  institutionCount: z.int(),
  accountCount: z.int(),
  rights: coopRights,
});
export type Coop = z.infer<typeof coop>;

/** A library's place in the co-op. */
export const coopInstitution = z.object({
  institutionId: id,
  name: z.string(),
  code: z.string(),
  timeZone: z.string(),
  joinedAt: instant,
  /** When the co-op answers for this library; null: always. */
  coverage: hours.nullable(),
  accountCount: z.int(),
});
export type CoopInstitution = z.infer<typeof coopInstitution>;

export const coopDetail = coop.extend({
  institutions: z.array(coopInstitution),
  queues: z.array(z.object({ id, name: z.string() })),
});
export type CoopDetail = z.infer<typeof coopDetail>;

export const listCoops = endpoint({
  method: 'GET',
  path: '/coops',
  summary: 'The co-ops that the caller has a level in; for the owner, all',
  access: 'staff',
  answers: { 200: page(coop) },
});

export const createCoop = endpoint({
  method: 'POST',
  path: '/coops',
  summary: 'Make a co-op, with its libraries and its queues; the owner’s alone',
  access: 'staff',
  body: z.object({
    name: personName,
    institutionIds: z.array(id).max(1_000).default([]),
    queueNames: z.array(personName).max(50).default([]),
    /** The first Co-Op Admin, of one of the institutions. */
    coopAdminId: id.optional(),
  }),
  answers: { 201: coopDetail },
  problems: ['may_not', 'conflict', 'breaks_rule'],
});

const coopParams = z.object({ coopId: id });
const institutionParams = z.object({ coopId: id, institutionId: id });

export const readCoop = endpoint({
  method: 'GET',
  path: '/coops/{coopId}',
  summary: 'One co-op, its libraries and its queues',
  access: 'staff',
  params: coopParams,
  answers: { 200: coopDetail },
  problems: ['not_found'],
});

export const changeCoop = endpoint({
  method: 'PATCH',
  path: '/coops/{coopId}',
  summary: 'Rename a co-op',
  access: 'staff',
  params: coopParams,
  body: z.object({ name: personName }),
  answers: { 200: coopDetail },
  problems: ['not_found', 'may_not', 'conflict'],
});

export const deleteCoop = endpoint({
  method: 'DELETE',
  path: '/coops/{coopId}',
  summary: 'End a co-op: running chats finish, its transcripts stay with the home libraries',
  access: 'staff',
  params: coopParams,
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});

export const addCoopInstitution = endpoint({
  method: 'PUT',
  path: '/coops/{coopId}/institutions/{institutionId}',
  summary: 'Add a library, or set when the co-op answers for it',
  access: 'staff',
  params: institutionParams,
  /** Absent: as it is; always, for a library that is new to the co-op. Nor need there be a body. */
  body: z.object({ coverage: hours.nullable().optional() }).default({}),
  answers: { 200: coopDetail },
  problems: ['not_found', 'may_not', 'breaks_rule'],
});

export const removeCoopInstitution = endpoint({
  method: 'DELETE',
  path: '/coops/{coopId}/institutions/{institutionId}',
  summary: 'Take a library out, its people’s levels with it; running chats finish',
  access: 'staff',
  params: institutionParams,
  answers: { 204: null },
  problems: ['not_found', 'may_not'],
});

export const listCoopAdmins = endpoint({
  method: 'GET',
  path: '/coops/{coopId}/admins',
  summary: 'The Co-Op Admins, with their addresses: whom to ask',
  access: 'staff',
  params: coopParams,
  answers: {
    200: z.object({
      items: z.array(
        z.object({
          accountId: id,
          displayName: z.string(),
          email: z.string().nullable(),
          institutionName: z.string(),
        }),
      ),
    }),
  },
  problems: ['not_found'],
});
