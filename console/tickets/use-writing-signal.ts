import { useCallback, useEffect, useRef } from 'react';
import { WRITING_SECONDS } from '#protocol/limits.ts';
import { useOptionalConnection } from '../platform/connection/index.ts';

/** Milliseconds between two signs while the writing goes on: several before the first one fades. */
const REPEAT = (WRITING_SECONDS * 1_000) / 6;

/** Tells colleagues whether an answer to the ticket is being written here. */
export function useWritingSignal(ticketId: string): (isWriting: boolean) => void {
  const connection = useOptionalConnection();
  const lastSign = useRef<number | null>(null);

  const tell = useCallback(
    (isWriting: boolean) => {
      const now = Date.now();
      const last = lastSign.current;
      if (isWriting ? last !== null && now - last < REPEAT : last === null) return;
      lastSign.current = isWriting ? now : null;
      connection?.sendWriting(ticketId, isWriting);
    },
    [connection, ticketId],
  );

  useEffect(() => () => tell(false), [tell]);
  return tell;
}
