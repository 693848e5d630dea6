import type { Contribution } from '#protocol/contribution.ts';
import type { Exchange } from './store.ts';

/** What one institution did in one month, before its name is known. */
export type Entry = Omit<Contribution, 'institutionName'>;

export interface Staffed {
  readonly institutionId: string;
  readonly month: string;
  readonly seconds: number;
}

/**
 * An entry for each institution and month with anything to tell. A chat that two libraries answered for
 * a third counts for both of them, and once as received.
 */
export function tellLedger(exchanges: readonly Exchange[], staffed: readonly Staffed[]): Entry[] {
  const entries = new Map<string, Entry>();
  const change = (institutionId: string, month: string, by: Partial<Entry>) => {
    const key = `${month} ${institutionId}`;
    const known = entries.get(key) ?? emptyEntry(institutionId, month);
    entries.set(key, sum(known, by));
  };
  for (const { month, homeId, answeringId, chats } of exchanges) {
    change(answeringId, month, { answeredForOthers: chats });
    change(homeId, month, { receivedFromOthers: chats });
  }
  for (const { institutionId, month, seconds } of staffed) {
    change(institutionId, month, { hoursStaffed: seconds / 3_600 });
  }
  return [...entries.values()].map(settle);
}

/** The months of each institution added up. */
export function addMonths(entries: readonly Entry[]): Omit<Entry, 'month'>[] {
  const byInstitution = Map.groupBy(entries, ({ institutionId }) => institutionId);
  return [...byInstitution].map(([institutionId, months]) => {
    const { month: _, ...total } = months.reduce(sum, emptyEntry(institutionId, ''));
    return settle(total);
  });
}

function emptyEntry(institutionId: string, month: string): Entry {
  const nothing = { answeredForOthers: 0, receivedFromOthers: 0, hoursStaffed: 0, balance: 0 };
  return { institutionId, month, ...nothing };
}

function sum(entry: Entry, by: Partial<Entry>): Entry {
  return {
    ...entry,
    answeredForOthers: entry.answeredForOthers + (by.answeredForOthers ?? 0),
    receivedFromOthers: entry.receivedFromOthers + (by.receivedFromOthers ?? 0),
    hoursStaffed: entry.hoursStaffed + (by.hoursStaffed ?? 0),
  };
}

function settle<Told extends Omit<Entry, 'month'>>(entry: Told): Told {
  return {
    ...entry,
    hoursStaffed: Math.round(entry.hoursStaffed * 100) / 100,
    balance: entry.answeredForOthers - entry.receivedFromOthers,
  };
}
