import { z } from 'zod';
import { resolution } from '#protocol/events.ts';
import { ratingValue } from '#protocol/feedback.ts';
import { id } from '#protocol/schemas.ts';
import { answerState } from '#protocol/told-chats.ts';

/** Spans of time by name. `all`: without a beginning. */
export const periodName = z.literal(['today', 'week', 'month', 'days30', 'all']);
export type PeriodName = z.infer<typeof periodName>;

/** What stands behind the address of transcripts, statistics and feedback: whose chats, and which. */
const shape = {
  /** Absent: all that the reader can see there. */
  scope: z.literal('mine'),
  /** The institution whose patrons’ chats the owner looks at; others look at their own. */
  of: id,
  q: z.string().trim().min(1).max(200),
  period: periodName,
  /** Days as `2026-11-03`, both included; they count before `period`. */
  from: z.iso.date(),
  to: z.iso.date(),
  queue: id,
  operator: id,
  /** Home institution. */
  library: id,
  /** Institution of who answered. */
  answering: id,
  rating: ratingValue,
  state: answerState,
  resolution,
};
const toldSearch = z.object(shape).partial();
export type ToldSearch = z.output<typeof toldSearch>;

/** Leaves out what is no filter, or no value of one: an old bookmark shows more, not an error. */
export function readToldSearch(search: Readonly<Record<string, unknown>>): ToldSearch {
  // A number in the address comes as one, and is no less searched for.
  const { q } = search;
  return readKnown(toldSearch, { ...search, q: typeof q === 'number' ? String(q) : q });
}

/** Of the values given, those that fit their part of the schema. */
export function readKnown<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  given: Readonly<Record<string, unknown>>,
): z.output<z.ZodObject<Shape>> {
  const known = Object.keys(schema.shape).filter((name) => {
    const part: unknown = schema.shape[name];
    return (
      part instanceof z.ZodType && given[name] !== undefined && part.safeParse(given[name]).success
    );
  });
  return schema.parse(Object.fromEntries(known.map((name) => [name, given[name]])));
}

/** What narrows the list, beside whose chats it is about and when. */
const NARROWING = [
  'queue',
  'operator',
  'library',
  'answering',
  'rating',
  'state',
  'resolution',
] as const;

export function countNarrowing(search: ToldSearch): number {
  return NARROWING.filter((name) => search[name] !== undefined).length;
}

/** Whose chats it is about, and when, where that is not the usual. */
export function countFrame({ scope, of, period, from, to }: ToldSearch): number {
  const isWhose = scope !== undefined || of !== undefined;
  const isWhen = period !== undefined || from !== undefined || to !== undefined;
  return Number(isWhose) + Number(isWhen);
}

/** Without what narrows it: whose chats and when are kept. */
export function clearNarrowing<Search extends ToldSearch>(search: Search): Search {
  const cleared = Object.fromEntries([...NARROWING, 'q'].map((name) => [name, undefined]));
  return { ...search, ...cleared };
}
