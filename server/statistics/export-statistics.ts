import type { Statistics } from '#protocol/statistics.ts';
import { csvLine } from '../platform/csv.ts';

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
  const line = (name: string, row: Statistics['total'] | Statistics['series'][number]) =>
    csvLine([name, ...COLUMNS.map((column) => String(row[column] ?? ''))]);
  return [
    csvLine([step, ...COLUMNS]),
    ...series.map((row) => line(step === 'day' ? row.date : row.date.slice(0, 7), row)),
    line('total', total),
  ].join('');
}
