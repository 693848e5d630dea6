import type { Contribution } from '#protocol/contribution.ts';
import { csvLine } from '../platform/csv.ts';

const COLUMNS = [
  'month',
  'institution',
  'answeredForOthers',
  'receivedFromOthers',
  'hoursStaffed',
  'balance',
] as const;

/** The ledger as lines of CSV, one for each month and institution. */
export function exportContribution(items: readonly Contribution[]): string {
  const lines = items.map((entry) =>
    csvLine([
      entry.month,
      entry.institutionName,
      String(entry.answeredForOthers),
      String(entry.receivedFromOthers),
      entry.hoursStaffed.toFixed(2),
      String(entry.balance),
    ]),
  );
  return [csvLine(COLUMNS), ...lines].join('');
}
