import { z } from 'zod';
import { plainText } from './schemas.ts';

/** Of the tz database: `Europe/Paris`. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'must be a time zone such as Europe/Paris' });

/** `09:30`; `24:00` is the end of a day. */
export const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, {
  error: 'must be a time of day such as 09:30',
});

/** One span of a weekday. Over midnight it is two: until 24:00, and from 00:00 of the day after. */
export const span = z
  .object({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from < to, { error: 'must end after it begins', path: ['to'] });
export type Span = z.infer<typeof span>;

const spans = z
  .array(span)
  .max(6)
  .refine(
    (all) => {
      const sorted = [...all].sort((a, b) => (a.from < b.from ? -1 : 1));
      return sorted.every((one, n) => n === 0 || (sorted[n - 1]?.to ?? '') <= one.from);
    },
    { error: 'must not overlap' },
  );

/** A date that is not like its weekday. No spans: closed all day. */
export const exceptionalDay = z.object({
  date: z.iso.date(),
  name: plainText(100).trim(),
  spans,
});
export type ExceptionalDay = z.infer<typeof exceptionalDay>;

/** When something is open, in local time; daylight saving moves it along with the clocks on the wall. */
export const hours = z.object({
  timeZone,
  /** Sunday first, as `Date.getUTCDay` counts. */
  week: z.tuple([spans, spans, spans, spans, spans, spans, spans]),
  holidays: z.array(exceptionalDay).max(200),
});
export type Hours = z.infer<typeof hours>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
