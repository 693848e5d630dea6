import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, instant } from './schemas.ts';
import { chatFilter } from './told-chats.ts';

/**
 * What is counted of the chats of a scope, each chat once. The keys are those of the definitions, which
 * docs/measures.md tells and the page prints beside each number.
 */
export const measures = z.object({
  chats: z.int(),
  /** An account owned the chat, or wrote in it as a guest. */
  answered: z.int(),
  /** Nobody claimed it before it was closed or its patron was offered the form. */
  missed: z.int(),
  /** The patron left before the first message of staff. */
  abandoned: z.int(),
  /** Seconds from opening to the first message of staff. Null: no chat had one. */
  waitMean: z.number().nullable(),
  waitMedian: z.number().nullable(),
  /** Seconds from opening to closing, of answered chats that are closed. */
  durationMean: z.number().nullable(),
  durationMedian: z.number().nullable(),
  /** Messages of patron and staff, all together. */
  messages: z.int(),
  /** Answered chats closed as follow-up by the home library; and their share of those answered. */
  referred: z.int(),
  referredShare: z.number().nullable(),
  /** Chats that their patron rated, by rating; share of the rated that are Good or Great. */
  rated: z.int(),
  bad: z.int(),
  okay: z.int(),
  good: z.int(),
  great: z.int(),
  pleasedShare: z.number().nullable(),
  /** Answered by somebody of the patron's own library; by another institution alone; the latter's share. */
  answeredAtHome: z.int(),
  answeredElsewhere: z.int(),
  elsewhereShare: z.number().nullable(),
  /** Chats that an operator had at hand when taking one, that one included: mean and most. */
  concurrentMean: z.number().nullable(),
  concurrentMost: z.int().nullable(),
});
export type Measures = z.infer<typeof measures>;
export type MeasureKey = keyof Measures;

/** Of a day or an hour of the week. */
export const fewMeasures = measures.pick({
  chats: true,
  answered: true,
  missed: true,
  abandoned: true,
  waitMean: true,
  durationMean: true,
  messages: true,
  referred: true,
  rated: true,
  pleasedShare: true,
  answeredElsewhere: true,
});
export type FewMeasures = z.infer<typeof fewMeasures>;

export const statistics = z.object({
  /** As asked for. */
  from: instant.nullable(),
  to: instant.nullable(),
  /** Of the caller's institution: days and hours are told in it. */
  timeZone: z.string(),
  total: measures,
  /** `day` up to 400 days from the first chat to the last, else `month`. */
  step: z.literal(['day', 'month']),
  /** Those with chats, in order; `date` is the first day, such as 2026-03-02. */
  series: z.array(fewMeasures.extend({ date: z.iso.date() })),
  /** Those with chats or with anybody at the desk; weekday 0 is Sunday. */
  week: z.array(
    fewMeasures.extend({
      weekday: z.int().min(0).max(6),
      hour: z.int().min(0).max(23),
      /** Coverage against demand: hours that people sat at the desk, of all of the scope. */
      staffedHours: z.number(),
    }),
  ),
});
export type Statistics = z.infer<typeof statistics>;

export const readStatistics = endpoint({
  method: 'GET',
  path: '/statistics',
  summary: 'Counts, waits, durations and ratings of the chats of a scope, by day and hour',
  access: 'staff',
  query: chatFilter,
  answers: { 200: statistics },
  problems: ['not_found', 'too_long', 'unavailable'],
});

/**
 * What chats are told apart by: the queue that they came to last, who answered, the patron's library, or
 * the library of who answered. A chat that two answered counts for both of them.
 */
export const comparison = z.literal(['queue', 'operator', 'library', 'answering']);
export type Comparison = z.infer<typeof comparison>;

/** So many of them at most, those with the most chats. */
export const MOST_COMPARED = 300;

export const compareStatistics = endpoint({
  method: 'GET',
  path: '/statistics/compared',
  summary: 'The same by queue, by operator or by library, most chats first',
  access: 'staff',
  query: chatFilter.extend({ by: comparison }),
  answers: {
    200: z.object({ items: z.array(fewMeasures.extend({ id, name: z.string() })) }),
  },
  problems: ['not_found', 'too_long', 'unavailable'],
});

export const exportComparison = endpoint({
  method: 'GET',
  path: '/statistics/compared/export',
  summary: 'The comparison as a CSV file',
  access: 'staff',
  query: compareStatistics.query,
  answers: { 200: z.string() },
  files: ['text/csv'],
  problems: ['not_found', 'too_long', 'unavailable'],
});

export const exportStatistics = endpoint({
  method: 'GET',
  path: '/statistics/export',
  summary: 'Statistics by day or month, as a CSV file; the last line is the total',
  access: 'staff',
  query: chatFilter,
  answers: { 200: z.string() },
  files: ['text/csv'],
  problems: ['not_found', 'too_long', 'unavailable'],
});
