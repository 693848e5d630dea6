/** A part of the desk that the tour stops at, and where it is: the first that is on the page. */
export interface TourStep {
  readonly name: 'state' | 'waiting' | 'chats' | 'queues' | 'keys' | 'practice';
  readonly places: readonly TourPlace[];
}

/** Marks a part of the desk, as `data-tour`. */
export type TourPlace = 'state' | 'waiting' | 'panes' | 'mine' | 'queues' | 'keys';

export const TOUR_STEPS: readonly TourStep[] = [
  { name: 'state', places: ['state'] },
  { name: 'waiting', places: ['waiting'] },
  // A phone shows the list or one chat, never both.
  { name: 'chats', places: ['panes', 'mine'] },
  { name: 'queues', places: ['queues'] },
  { name: 'keys', places: ['keys'] },
  { name: 'practice', places: [] },
];
