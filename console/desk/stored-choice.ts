import { useSyncExternalStore } from 'react';
import { createStore } from '../platform/connection/index.ts';

/** A yes or no of this browser's reader, kept over reloads. */
export interface StoredChoice {
  readonly set: (chosen: boolean) => void;
  readonly use: () => boolean;
}

export function storedChoice(key: string, usual: boolean): StoredChoice {
  const store = createStore(read(key) ?? usual);
  return {
    set(chosen) {
      store.update(() => chosen);
      try {
        localStorage.setItem(key, chosen ? 'yes' : 'no');
      } catch {
        // Without storage the choice lasts as long as the page.
        return;
      }
    },
    use: () => useSyncExternalStore(store.subscribe, store.getState),
  };
}

function read(key: string): boolean | null {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? null : stored === 'yes';
  } catch {
    return null;
  }
}
