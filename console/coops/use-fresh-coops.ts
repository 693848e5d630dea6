import { useEffect, useRef } from 'react';
import { type ConnectionState, useConnectionState } from '../platform/connection/index.ts';
import { useRefreshCoops } from './use-refresh-coops.ts';

/**
 * Reads the reader’s co-ops again as soon as their desk shows that one came or went, so that a login
 * and a dashboard go with the level, and not at the next visit.
 */
export function useFreshCoops(): void {
  const refresh = useRefreshCoops();
  const onDesk = useConnectionState(coopsOnDesk);
  const before = useRef(onDesk);

  useEffect(() => {
    const known = before.current;
    before.current = onDesk;
    // Nothing has changed by the desk's first arrival, or by its loss.
    if (known === null || onDesk === null || known === onDesk) return;
    void refresh();
  }, [onDesk, refresh]);
}

/** A primitive, as the state's parts must be: the ids in one text. Null: the desk is not known. */
function coopsOnDesk({ desk }: ConnectionState): string | null {
  if (desk === null) return null;
  const ids = desk.queues.flatMap(({ coopId }) => (coopId === null ? [] : [coopId]));
  return [...new Set(ids)].sort().join(' ');
}
