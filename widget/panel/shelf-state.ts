import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { openShelf, type Shelf } from '../shelf.ts';
import type { StoredName } from '../stored-names.ts';

export const ShelfContext = createContext<Shelf>(openShelf('', null));

/** A text that survives a reload, such as what somebody is typing. Empty is as good as none. */
export function useStoredText(name: StoredName): [string, (text: string) => void] {
  const shelf = useContext(ShelfContext);
  const [text, setText] = useState(() => shelf.read(name) ?? '');
  const store = (next: string) => {
    setText(next);
    if (next) shelf.write(name, next);
    else shelf.remove(name);
  };
  return [text, store];
}
