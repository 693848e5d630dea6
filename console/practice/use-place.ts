import { useLayoutEffect, useState } from 'react';
import type { TourPlace } from './tour-steps.ts';

/** Pixels between the card and what it speaks of, and from the window's edge. */
const GAP = 14;

export interface Beside {
  readonly left: number;
  readonly top: number;
}

/**
 * Marks the first of the places that is on the page, brings it into view, and answers where a card of
 * that size stands beside it; null where there is none, and the card stands wherever it stands.
 */
export function usePlace(
  places: readonly TourPlace[],
  card: { readonly current: HTMLElement | null },
): Beside | null {
  const [beside, setBeside] = useState<Beside | null>(null);

  useLayoutEffect(() => {
    const place = findPlace(places);
    if (!place) {
      setBeside(null);
      return;
    }
    place.dataset['tourHere'] = '';
    place.scrollIntoView({ block: 'center' });
    const stand = () => setBeside(besideOf(place, card.current));
    stand();
    window.addEventListener('resize', stand);
    return () => {
      delete place.dataset['tourHere'];
      window.removeEventListener('resize', stand);
    };
  }, [places, card]);

  return beside;
}

/** The first of them that is on the page, and seen. */
export function findPlace(places: readonly TourPlace[]): HTMLElement | undefined {
  return places
    .flatMap((name) => document.querySelector<HTMLElement>(`[data-tour="${name}"]`) ?? [])
    .find((element) => element.checkVisibility());
}

/** To the right of it where there is room, and never outside of the window. */
function besideOf(place: HTMLElement, card: HTMLElement | null): Beside {
  const { right, top } = place.getBoundingClientRect();
  const { width = 0, height = 0 } = card?.getBoundingClientRect() ?? {};
  const within = (wanted: number, size: number, room: number) =>
    Math.max(GAP, Math.min(wanted, room - size - GAP));
  return {
    left: within(right + GAP, width, window.innerWidth),
    top: within(top, height, window.innerHeight),
  };
}
