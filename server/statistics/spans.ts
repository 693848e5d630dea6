/** [from, to); null: without end on that side. */
export interface Span {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** The beginning of the one (UTC) that the moment lies in, and of the next. */
type Length = (at: Date) => { readonly begin: Date; readonly next: Date };

export const HALF_HOURS: Length = lengthOf(1_800_000);
export const DAYS: Length = lengthOf(86_400_000);
export const MONTHS: Length = (at) => ({
  begin: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth())),
  next: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1)),
});

function lengthOf(milliseconds: number): Length {
  return (at) => {
    const begin = Math.floor(at.getTime() / milliseconds) * milliseconds;
    return { begin: new Date(begin), next: new Date(begin + milliseconds) };
  };
}

/** Where the whole ones of a period begin and end; of a period without one, at its end. */
export function wholeOnes({ from, to }: Span, length: Length): Span {
  const end = to && length(to).begin;
  const begin = from && firstBegin(from, length);
  return begin && to && end && begin >= end ? { from: to, to } : { from: begin, to: end };
}

function firstBegin(from: Date, length: Length): Date {
  const { begin, next } = length(from);
  return begin.getTime() === from.getTime() ? from : next;
}
