/** A value with listeners, in the shape that `useSyncExternalStore` takes. */
export interface Store<State> {
  readonly getState: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  /** Listeners hear of it only when the state is another object. */
  readonly update: (change: (state: State) => State) => void;
}

export function createStore<State>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(change) {
      const changed = change(state);
      if (changed === state) return;
      state = changed;
      for (const listener of listeners) listener();
    },
  };
}
