import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Rows drawn beyond what is seen, so that the keyboard finds the next one. */
const OVERSCAN = 12;

export interface LongList<Body extends HTMLElement> {
  /** For the element that holds the rows. */
  readonly body: RefObject<Body | null>;
  /** Pixels that all rows take together. */
  readonly height: number;
  readonly rows: readonly { readonly index: number; readonly top: number }[];
  /** For each row, beside its `data-index`. */
  readonly measure: (row: HTMLElement | null) => void;
}

/** Draws those of many rows that are in sight; the page itself scrolls. `rowHeight` is a first guess, in pixels. */
export function useLongList<Body extends HTMLElement>(
  count: number,
  rowHeight: number,
): LongList<Body> {
  const body = useRef<Body>(null);
  const [above, setAbove] = useState(0);
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: pageScroller,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: above,
    useFlushSync: false,
  });

  // What stands above grows and shrinks with the width of the page: measured after each drawing.
  useLayoutEffect(() => {
    const scroller = pageScroller();
    if (!body.current || !scroller) return;
    const distance =
      body.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    setAbove(Math.round(distance + scroller.scrollTop));
  });

  return {
    body,
    height: virtualizer.getTotalSize(),
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start - above })),
    measure: virtualizer.measureElement,
  };
}

/** What scrolls in the shell. */
function pageScroller(): HTMLElement | null {
  return document.getElementById('main');
}
