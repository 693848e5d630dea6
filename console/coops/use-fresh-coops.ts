import { useEffect } from 'react';
import { useConnectionState, useOptionalConnection } from '../platform/connection/index.ts';
import { useRefreshCoops } from './use-refresh-coops.ts';

/**
 * Reads the reader’s co-ops again as soon as their connection tells of a level that came, went or
 * changed, so that a login and a dashboard go with the level, and not at the next visit: whichever page
 * of the console is open, and whether or not the co-op has a queue.
 */
export function useFreshCoops(): void {
  const refresh = useRefreshCoops();
  const connection = useOptionalConnection();
  const isShutOut = useConnectionState(({ link }) => link === 'forbidden');

  useEffect(() => {
    if (isShutOut) void refresh();
  }, [isShutOut, refresh]);

  useEffect(
    () =>
      connection?.listen((frame, before) => {
        // After a cut: nobody was there to be told.
        const isBack = frame.t === 'welcome' && before.desk !== null;
        if (frame.t === 'told' || isBack) void refresh();
      }),
    [connection, refresh],
  );
}
