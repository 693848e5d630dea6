export interface Cell {
  readonly row: number;
  readonly column: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are seen at once: a page. */
  readonly page: number;
}

/**
 * Where a key leads in a grid, as the ARIA Authoring Practices have it: arrows, Home and End in a row,
 * with Ctrl to the corners, pages up and down. Null for a key that leads nowhere.
 */
export function moveCell({ row, column }: Cell, { key, ctrlKey }: Key, size: Size): Cell | null {
  const to = (nextRow: number, nextColumn: number): Cell => ({
    row: clamp(nextRow, size.rows),
    column: clamp(nextColumn, size.columns),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(row - size.page, column);
    case 'PageDown':
      return to(row + size.page, column);
    case 'Home':
      return to(ctrlKey ? 0 : row, 0);
    case 'End':
      return to(ctrlKey ? size.rows - 1 : row, size.columns - 1);
    default:
      return null;
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
