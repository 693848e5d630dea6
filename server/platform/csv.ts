/** What makes a spreadsheet take a cell for a formula, and run it. */
const FORMULA = /^'*[=+\-@\t\r]/;
/** Such a cell with the apostrophe that was put before it. */
const DEFUSED = /^'+[=+\-@\t\r]/;

/**
 * One line of a CSV file (RFC 4180), its end included. What looks like a formula gets an apostrophe
 * before it: whoever names themselves `=HYPERLINK(…)` runs nothing on the desk that opens the file.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

/**
 * A list of any length as lines of CSV, its heading first: a page at a time is in memory, and is read
 * when the lines before it are taken. `read` gets the cursor that the page before ended with.
 */
export async function* csvPages<Item>(
  columns: readonly string[],
  read: (
    cursor: string | undefined,
  ) => Promise<{ readonly items: readonly Item[]; readonly nextCursor: string | null }>,
  cellsOf: (item: Item) => readonly string[],
): AsyncGenerator<string> {
  yield csvLine(columns);
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await read(cursor);
    if (items.length > 0) yield items.map((item) => csvLine(cellsOf(item))).join('');
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function writeCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a cell held before `csvLine` wrote it: its own apostrophe is taken away, and no other. */
export function csvCell(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell;
}
