import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useOptionalConnection } from '../platform/connection/index.ts';
import { receiveWriting } from './colleagues-writing.ts';
import { TICKETS_KEY } from './queries.ts';

/** Milliseconds. What comes together is read together. */
const GATHER = 100;
/** What is shown of several tickets at once. */
const LISTS = ['list', 'waiting', 'others'] as const;
/** What is shown of a single one. */
const PARTS = ['one', 'entries'] as const;

/** Draws nothing: reads again what is shown of tickets when the desk’s socket says that they have moved. */
export function LiveTickets() {
  const connection = useOptionalConnection();
  const queryClient = useQueryClient();

  useEffect(() => {
    if (connection === null) return;
    const moved = new Set<string>();
    let timer: number | undefined;
    const read = (...key: string[]) =>
      void queryClient.invalidateQueries({ queryKey: [...TICKETS_KEY, ...key] });
    const readMoved = () => {
      timer = undefined;
      for (const list of LISTS) read(list);
      for (const ticketId of moved) for (const part of PARTS) read(part, ticketId);
      moved.clear();
    };
    const stop = connection.listen((frame) => {
      if (frame.t === 'writing') receiveWriting(frame);
      // Connected again: nobody has told what happened meanwhile.
      if (frame.t === 'welcome') read();
      if (frame.t !== 'ticket') return;
      moved.add(frame.ticketId);
      timer ??= window.setTimeout(readMoved, GATHER);
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [connection, queryClient]);

  return null;
}
