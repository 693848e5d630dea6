import type { RefObject } from 'react';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Pixels from the end within which the reader counts as being there. */
const NEAR = 48;

export interface StickToEnd {
  readonly boxRef: RefObject<HTMLDivElement | null>;
  readonly isAtEnd: boolean;
  readonly onScroll: () => void;
  readonly goToEnd: () => void;
}

/** Follows what is added at the end, unless the reader has scrolled up to read. `added`: changes with each addition. */
export function useStickToEnd(added: unknown, isOwnAddition: boolean): StickToEnd {
  const boxRef = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const [isAtEnd, setAtEnd] = useState(true);

  const goToEnd = useCallback(() => {
    const box = boxRef.current;
    if (box !== null) box.scrollTop = box.scrollHeight;
  }, []);

  const onScroll = useCallback(() => {
    const box = boxRef.current;
    if (box === null) return;
    sticks.current = box.scrollHeight - box.scrollTop - box.clientHeight <= NEAR;
    setAtEnd(sticks.current);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an addition is the reason to move, not an input
  useLayoutEffect(() => {
    if (sticks.current || isOwnAddition) goToEnd();
  }, [added, isOwnAddition, goToEnd]);

  // The composer grows, the window turns: what was the end must stay the end.
  useLayoutEffect(() => {
    const box = boxRef.current;
    if (box === null) return;
    const watch = new ResizeObserver(() => {
      if (sticks.current) goToEnd();
    });
    watch.observe(box);
    return () => watch.disconnect();
  }, [goToEnd]);

  return { boxRef, isAtEnd, onScroll, goToEnd };
}
