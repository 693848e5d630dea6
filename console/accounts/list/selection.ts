/** Which rows are ticked, by id. What has left the list is not acted upon, even if it was ticked. */
export type Selection = ReadonlySet<string>;

interface Row {
  readonly id: string;
}

/** The server takes no more at once. */
export const MOST_SELECTED = 1_000;

export function selectedOf<Selectable extends Row>(
  selection: Selection,
  rows: readonly Selectable[],
): Selectable[] {
  return rows.filter(({ id }) => selection.has(id));
}

export function toggle(selection: Selection, id: string): Selection {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Ticks all rows, or none when all are ticked already. */
export function toggleAll(selection: Selection, rows: readonly Row[]): Selection {
  if (isWhole(selection, rows)) return new Set();
  return new Set(rows.map(({ id }) => id));
}

export function isWhole(selection: Selection, rows: readonly Row[]): boolean {
  return rows.length > 0 && rows.every(({ id }) => selection.has(id));
}

/** From the row that was ticked last to this one, as with the shift key held in any list. */
export function extend(
  selection: Selection,
  rows: readonly Row[],
  from: string | null,
  to: string,
): Selection {
  const start = rows.findIndex(({ id }) => id === from);
  const end = rows.findIndex(({ id }) => id === to);
  if (start === -1 || end === -1) return toggle(selection, to);
  const between = rows.slice(Math.min(start, end), Math.max(start, end) + 1);
  return new Set([...selection, ...between.map(({ id }) => id)]);
}
