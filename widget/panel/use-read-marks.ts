import { useEffect, useRef } from 'preact/hooks';
import type { Voice } from '../language.ts';
import type { Shelf } from '../shelf.ts';
import type { Visit } from '../visit.ts';
import { isOver, type VisitState } from '../visit-state.ts';
import type { LauncherStatus } from './contract.ts';
import { chime } from './sound.ts';

interface ReadMarks {
  visit: Visit;
  state: VisitState;
  shelf: Shelf;
  voice: Voice | null;
  shown: boolean;
  onStatus(status: LauncherStatus | null): void;
}

/** Tells the operator what was read, the launcher what was not, and the ear what is new. */
export function useReadMarks({ visit, state, shelf, voice, shown, onStatus }: ReadMarks): void {
  const stream = state.chat?.conversation.stream;
  const isLive = state.chat?.conversation.link === 'live';
  const last = stream?.last ?? 0;
  const heard = useRef(last);

  useEffect(() => {
    const read = () => {
      if (!shown || document.hidden || last === 0) return;
      if (isLive) visit.conversation()?.see();
      shelf.write('seen', String(last));
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [shown, last, isLive, shelf, visit]);

  useEffect(() => {
    const fresh = stream?.events.some(
      (event) => event.seq > heard.current && isFromOperator(event),
    );
    // The first events of a page are the history.
    if (heard.current > 0 && fresh && shelf.read('sound')) chime();
    heard.current = last;
  }, [stream, last, shelf]);

  const running = state.opening !== null || (state.chat !== null && !isOver(state.chat));
  const seen = shown ? last : Number(shelf.read('seen'));
  const unread = (stream?.events ?? []).filter(
    (event) => event.seq > seen && event.kind === 'message' && isFromOperator(event),
  ).length;
  useEffect(() => {
    if (!voice) return;
    const words =
      unread > 0 ? voice.count('launcherUnread', unread) : voice.t('launcherRunningState');
    onStatus(
      running ? { name: voice.t('launcherRunning'), state: words, unread: unread > 0 } : null,
    );
  }, [running, unread, voice, onStatus]);
}

function isFromOperator(event: { by: { kind: string } }): boolean {
  return event.by.kind === 'operator';
}
