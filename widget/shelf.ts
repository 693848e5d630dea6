import { storedPrefix } from './stored-names.ts';
/**
 * Small texts by name that outlive the page: the widget's part of the browser's local storage.
 * Where storage is forbidden, or full, they live as long as the page does, and nothing fails.
 */
export interface Shelf {
  read(name: string): string | null;
  write(name: string, text: string): void;
  remove(name: string): void;
  /** Names that begin with `start`, sorted. */
  names(start: string): string[];
  /** The name on this shelf that a key of the storage stands for; null for anybody else's. */
  nameOf(key: string): string | null;
}

/** `storage`: null where the browser gives none. `prefix` keeps us apart from the page's own keys. */
export function openShelf(prefix: string, storage: Storage | null): Shelf {
  // What storage would not take. It wins over what storage still holds under the same name.
  const memory = new Map<string, string>();

  return {
    read(name) {
      return memory.get(name) ?? attempt(() => storage?.getItem(prefix + name)) ?? null;
    },
    write(name, text) {
      const kept = attempt(() => {
        storage?.setItem(prefix + name, text);
        return storage !== null;
      });
      if (kept) memory.delete(name);
      else memory.set(name, text);
    },
    remove(name) {
      memory.delete(name);
      attempt(() => storage?.removeItem(prefix + name));
    },
    names(start) {
      const keys = attempt(() => Object.keys(storage ?? {})) ?? [];
      const stored = keys
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length));
      const all = new Set([...stored, ...memory.keys()]);
      return [...all].filter((name) => name.startsWith(start)).sort();
    },
    nameOf(key) {
      return key.startsWith(prefix) ? key.slice(prefix.length) : null;
    },
  };
}

/** Everything of one widget on this site. */
export function widgetShelf(widgetId: string): Shelf {
  return openShelf(storedPrefix(widgetId), browserStorage());
}

/** A stored object as it was written, or null if it is absent, broken or lacks one of `texts` as a string. */
export function readStored<Shape>(
  shelf: Shelf,
  name: string,
  texts: readonly (keyof Shape & string)[],
): Shape | null {
  const value: unknown = attempt(() => JSON.parse(shelf.read(name) ?? 'null'));
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Record<string, unknown>;
  return texts.every((text) => typeof fields[text] === 'string') ? (value as Shape) : null;
}

/** Even to look at `localStorage` throws where the reader has forbidden it. */
function browserStorage(): Storage | null {
  return attempt(() => localStorage) ?? null;
}

function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
