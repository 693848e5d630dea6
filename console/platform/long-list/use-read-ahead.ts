import { useEffect } from 'react';
import type { LongList } from './use-long-list.ts';

/** Rows before the end of what was read, at which more is read. */
const AHEAD = 40;

/** Asks for the next page of a long list in time. `count`: how many rows were read. */
export function useReadAhead(
  { rows }: Pick<LongList<HTMLElement>, 'rows'>,
  count: number,
  onNearEnd: () => void,
): void {
  const lastDrawn = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastDrawn >= count - AHEAD) onNearEnd();
  }, [lastDrawn, count, onNearEnd]);
}
