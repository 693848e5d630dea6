import { loadSurely } from '../load-surely.ts';
import type { RatingOptions } from './rating.tsx';

/** A file of its own: nobody needs it before a chat is over. */
export const loadRating = () => loadSurely(() => import('./rating.tsx'));

/** Lets a patron rate the chat that is over, in `place`; answers what is called when they go on. */
export function offerRating(place: HTMLElement, options: RatingOptions): () => void {
  let isGone = false;
  let leave: (() => void) | undefined;
  void loadRating().then(({ mountRating }) => {
    if (!isGone) leave = mountRating(place, options);
  });
  return () => {
    isGone = true;
    leave?.();
  };
}
