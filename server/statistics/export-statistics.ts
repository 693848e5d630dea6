import type { Comparison, FewMeasures, Statistics } from '#protocol/statistics.ts';
import { csvLine } from '../platform/csv.ts';
import type { Compared } from './compare-statistics.ts';

const COLUMNS = [
  'chats',
  'answered',
  'missed',
  'abandoned',
  'waitMean',
  'durationMean',
  'messages',
  'referred',
  'rated',
  'pleasedShare',
  'answeredElsewhere',
] as const;

/** The series as lines of CSV, each day or month one, and the total at the end. */
export function exportStatistics({ step, series, total }: Statistics): string {
  return [
    csvLine([step, ...COLUMNS]),
    ...series.map((row) => line(step === 'day' ? row.date : row.date.slice(0, 7), row)),
    line('total', total),
  ].join('');
}

/** Each queue, operator or library as a line of CSV, most chats first. */
export function exportComparison(by: Comparison, { items }: Compared): string {
  return [csvLine([by, ...COLUMNS]), ...items.map((item) => line(item.name, item))].join('');
}

function line(name: string, row: FewMeasures): string {
  return csvLine([name, ...COLUMNS.map((column) => String(row[column] ?? ''))]);
}
