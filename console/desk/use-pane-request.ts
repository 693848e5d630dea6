import { useCallback, useState } from 'react';
import type { PaneRequest } from './pane/chat-pane.tsx';

/** Asks a pane to take the focus: it may be drawn only after the asking. */
export function usePaneRequest() {
  const [request, setRequest] = useState<PaneRequest | null>(null);
  const ask = useCallback((chatId: string, wish: PaneRequest['wish']) => {
    setRequest((last) => ({ chatId, wish, turn: (last?.turn ?? 0) + 1 }));
  }, []);
  return [request, ask] as const;
}
