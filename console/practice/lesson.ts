import { useSyncExternalStore } from 'react';
import { createStore } from '../platform/connection/index.ts';

/** What a beginner looks at, beside the desk. */
export type Lesson = 'tour' | 'practice';

const store = createStore<Lesson | null>(null);

/** Shown by the desk; who is elsewhere goes there. */
export function showLesson(lesson: Lesson): void {
  store.update(() => lesson);
}

export function endLesson(): void {
  store.update(() => null);
}

export function useLesson(): Lesson | null {
  return useSyncExternalStore(store.subscribe, store.getState);
}
