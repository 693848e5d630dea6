import type { Details } from '../visit-state.ts';
import { useStoredText } from './shelf-state.ts';

/** Name and e-mail as typed, kept as one text; the two never hold a line break. */
export function useDetails(): [Details, (details: Details) => void] {
  const [stored, store] = useStoredText('details');
  const [name = '', email = ''] = stored.split('\n');
  return [
    { name, email },
    (next) => store(next.name || next.email ? `${next.name}\n${next.email}` : ''),
  ];
}
