import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PAGE_ITEMS } from './limits.ts';
import { id, instant } from './schemas.ts';
import { period } from './told-chats.ts';

/** What libraries and people gave to a co-op. */

/** One institution in one month (UTC). */
export const contribution = z.object({
  institutionId: id,
  institutionName: z.string(),
  /** `2026-03`. */
  month: z.string(),
  /** Chats of other institutions' patrons that came through the co-op and that its people answered. */
  answeredForOthers: z.int(),
  /** Chats of its own patrons that came through the co-op and that others answered. */
  receivedFromOthers: z.int(),
  /** Hours that its people sat at the desk, opted into a queue of the co-op. */
  hoursStaffed: z.number(),
  /** Answered for others less received from others. */
  balance: z.int(),
});
export type Contribution = z.infer<typeof contribution>;

const coopParams = z.object({ coopId: id });

export const readContribution = endpoint({
  method: 'GET',
  path: '/coops/{coopId}/contribution',
  summary:
    'Who answers for whom, by institution and month: for a Co-Op Admin of all, for an Institution Admin of their own',
  access: 'staff',
  params: coopParams,
  /** Whole months: those in which `from` and the last moment before `to` lie. */
  query: z.object(period),
  answers: {
    200: z.object({
      /** By month, then by name; those with anything to tell. */
      items: z.array(contribution),
      /** Over the whole period, one for each institution. */
      totals: z.array(contribution.omit({ month: true })),
    }),
  },
  problems: ['not_found', 'may_not', 'too_long', 'unavailable'],
});

export const exportContribution = endpoint({
  method: 'GET',
  path: '/coops/{coopId}/contribution/export',
  summary: 'The same as a CSV file',
  access: 'staff',
  params: coopParams,
  query: z.object(period),
  answers: { 200: z.string() },
  files: ['text/csv'],
  problems: ['not_found', 'may_not', 'too_long', 'unavailable'],
});

/** Time at the desk without a break, opted into a queue of the co-op. */
export const sitting = z.object({
  beganAt: instant,
  /** Null: still there. */
  endedAt: instant.nullable(),
  minutes: z.int(),
  /** Chats of the co-op taken meanwhile. */
  chats: z.int(),
});
export type Sitting = z.infer<typeof sitting>;

export const activityTotal = z.object({
  /** The last seven days; since the first of the month; the last twelve months. */
  period: z.literal(['lastWeek', 'thisMonth', 'twelveMonths']),
  from: instant,
  sittings: z.int(),
  minutes: z.int(),
  chats: z.int(),
});

export const readActivity = endpoint({
  method: 'GET',
  path: '/coops/{coopId}/activity',
  summary: 'The caller’s own time at the co-op’s desk, latest first, and what it comes to',
  access: 'staff',
  params: coopParams,
  query: z.object({
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(PAGE_ITEMS.most).default(PAGE_ITEMS.usual),
  }),
  answers: {
    200: z.object({
      totals: z.array(activityTotal),
      items: z.array(sitting),
      nextCursor: z.string().nullable(),
    }),
  },
  problems: ['not_found', 'too_long', 'unavailable'],
});
