import type { FewMeasures, Measures } from '#protocol/statistics.ts';

/** Columns of `chat_figures` and of `statistics_slots` alike, all of which add up. */
export const SUMMED = [
  'chats',
  'answered',
  'missed',
  'abandoned',
  'waited',
  'wait_seconds',
  'lasted',
  'duration_seconds',
  'messages',
  'referred',
  'bad',
  'okay',
  'good',
  'great',
  'at_home',
  'elsewhere',
  'taken',
  'at_hand',
] as const;

/** Columns of `compared_months`: what is told of each when they are compared. */
export const COMPARED_SUMS = SUMMED.filter(
  (column) => column !== 'at_home' && column !== 'taken' && column !== 'at_hand',
);

type Camel<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;
type SummedKey = Camel<(typeof SUMMED)[number]>;

/** What was added up of some chats; `mostAtHand` is the greatest of them. */
export type Sums = Readonly<Record<SummedKey, number>> & { readonly mostAtHand: number };

/** What `presentFew` is told from. */
export type ComparedSums = Omit<Sums, 'atHome' | 'taken' | 'atHand' | 'mostAtHand'>;

const KEYS = SUMMED.map(
  (column) => column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as SummedKey,
);

export function addSums(all: readonly Sums[]): Sums {
  const entries = KEYS.map((key) => [key, all.reduce((sum, one) => sum + Number(one[key]), 0)]);
  const mostAtHand = all.reduce((most, one) => Math.max(most, one.mostAtHand), 0);
  return { ...(Object.fromEntries(entries) as Record<SummedKey, number>), mostAtHand };
}

export function presentFew(sums: ComparedSums): FewMeasures {
  const { chats, answered, missed, abandoned, messages, referred, elsewhere } = sums;
  const rated = sums.bad + sums.okay + sums.good + sums.great;
  return {
    chats,
    answered,
    missed,
    abandoned,
    waitMean: ratio(sums.waitSeconds, sums.waited),
    durationMean: ratio(sums.durationSeconds, sums.lasted),
    messages,
    referred,
    rated,
    pleasedShare: ratio(sums.good + sums.great, rated),
    answeredElsewhere: elsewhere,
  };
}

export interface Medians {
  readonly waitMedian: number | null;
  readonly durationMedian: number | null;
}

export function presentAll(sums: Sums, medians: Medians): Measures {
  const { bad, okay, good, great, answered, referred, elsewhere, taken } = sums;
  return {
    ...presentFew(sums),
    ...medians,
    referredShare: ratio(referred, answered),
    bad,
    okay,
    good,
    great,
    answeredAtHome: sums.atHome,
    elsewhereShare: ratio(elsewhere, answered),
    concurrentMean: ratio(sums.atHand, taken),
    concurrentMost: taken === 0 ? null : sums.mostAtHand,
  };
}

/** To three places; null of nothing. */
function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1_000) / 1_000;
}
