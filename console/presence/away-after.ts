import { useSyncExternalStore } from 'react';
import { createStore } from '../platform/connection/index.ts';
import { IDLE_MINUTES } from './is-idle.ts';

const KEY = 'carrel.presence.awayAfter';

const store = createStore<number>(stored());

/** After how many idle minutes this browser's reader goes away by themselves; 0: never. */
export function useAwayAfter(): number {
  return useSyncExternalStore(store.subscribe, store.getState);
}

export function chooseAwayAfter(minutes: number): void {
  store.update(() => minutes);
  try {
    localStorage.setItem(KEY, String(minutes));
  } catch {
    // Without storage the choice lasts as long as the page.
    return;
  }
}

function stored(): number {
  try {
    const minutes = Number(localStorage.getItem(KEY));
    return IDLE_MINUTES.find((choice) => choice === minutes) ?? 0;
  } catch {
    return 0;
  }
}
