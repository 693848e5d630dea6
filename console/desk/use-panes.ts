import { useCallback, useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import { attendChat } from '../platform/attention/index.ts';
import type { DeskView } from '../platform/connection/index.ts';
import { ownChats, useConnection } from '../platform/connection/index.ts';
import type { Panes } from './panes.ts';
import { hidePane, leavePane, meetOwnChats, NO_PANES, restorePanes, showPane } from './panes.ts';

const KEY = 'carrel.desk.panes';
const storedPanes = z.object({
  open: z.array(z.string()),
  active: z.string().nullable(),
  known: z.array(z.string()),
});

export interface PaneActs {
  readonly show: (chatId: string) => void;
  readonly hide: (chatId: string) => void;
  /** Nobody has the attention; on a phone: back to the list. */
  readonly leave: () => void;
}

/** The panes of this tab, kept over reloads. */
export function usePanes(desk: DeskView): readonly [Panes, PaneActs] {
  const { setReading } = useConnection();
  const own = useMemo(() => ownChats(desk).map(({ id }) => id), [desk]);
  const [stored, setPanes] = useState(() => restorePanes(readStored(), own));
  const panes = useMemo(() => meetOwnChats(stored, own), [stored, own]);

  useEffect(() => {
    setPanes((current) => meetOwnChats(current, own));
  }, [own]);

  useEffect(() => {
    writeStored(panes);
    setReading(panes.open);
  }, [panes, setReading]);

  useEffect(() => () => setReading([]), [setReading]);
  useAttendance(panes.active);

  const show = useCallback((chatId: string) => setPanes((now) => showPane(now, chatId)), []);
  const hide = useCallback((chatId: string) => setPanes((now) => hidePane(now, chatId)), []);
  const leave = useCallback(() => setPanes(leavePane), []);
  const acts = useMemo(() => ({ show, hide, leave }), [show, hide, leave]);
  return [panes, acts];
}

/** The active chat is under the operator's eyes only while this window is the one they use. */
function useAttendance(active: string | null): void {
  useEffect(() => {
    const tell = () => attendChat(document.hasFocus() ? active : null);
    tell();
    window.addEventListener('focus', tell);
    window.addEventListener('blur', tell);
    return () => {
      window.removeEventListener('focus', tell);
      window.removeEventListener('blur', tell);
      attendChat(null);
    };
  }, [active]);
}

function readStored(): Panes {
  try {
    return (
      storedPanes.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null')).data ?? NO_PANES
    );
  } catch {
    return NO_PANES;
  }
}

function writeStored(panes: Panes): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(panes));
  } catch {
    // Without storage, a reload opens all of one's own chats.
    return;
  }
}
