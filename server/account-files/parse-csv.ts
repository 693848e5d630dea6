import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { IMPORT_LIMITS } from '#protocol/account-files.ts';
import { csvCell } from '../platform/csv.ts';
import { unreadable } from './unreadable.ts';

export interface CsvRow {
  /** As a spreadsheet counts: the heading is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Bytes that are parsed before others have their turn. */
const SLICE = 64 * 1024;
/** Characters of one row. The longest that makes sense has a few hundred queues. */
const ROW_CHARACTERS = 200_000;
const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Rows with anything in them, the heading first; commas, semicolons or tabs between the cells, as the
 * heading has them.
 *
 * @throws breaks_rule for an empty file, for quotation marks that do not match, and for too many rows
 */
export async function parseCsv(file: Buffer): Promise<CsvRow[]> {
  const parser = parse({
    bom: true,
    delimiter: findDelimiter(file),
    relax_column_count: true,
    max_record_size: ROW_CHARACTERS,
  });
  const rows: CsvRow[] = [];
  let line = 0;
  try {
    for await (const record of Readable.from(slices(file)).pipe(parser)) {
      line += 1;
      const cells = (record as string[]).map((cell) => csvCell(cell).trim());
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
      if (rows.length > IMPORT_LIMITS.rows + 1)
        throw unreadable('tooMany', `A file may have ${IMPORT_LIMITS.rows} rows at most.`);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(
      'quotes',
      `Row ${line + 1} can’t be read: look for a quotation mark that is not closed, or that stands inside a cell alone.`,
      String(line + 1),
    );
  }
  if (rows.length === 0) throw unreadable('empty', 'The file is empty.');
  return rows;
}

/** What stands most often in the first line, outside quotation marks. */
function findDelimiter(file: Buffer): string {
  const [first = ''] = file
    .subarray(0, SLICE)
    .toString('utf8')
    .split(/[\r\n]/, 1);
  const bare = first.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, other) => (count(other) > count(best) ? other : best));
}

function* slices(file: Buffer): Generator<Buffer> {
  for (let start = 0; start < file.length; start += SLICE)
    yield file.subarray(start, start + SLICE);
}
