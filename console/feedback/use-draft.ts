import { useState } from 'react';
import { keepDraft, readDraft } from '../desk/pane/drafts.ts';

/** What is half written, kept in this browser until it is sent; `first` where nothing is. */
export function useDraft(name: string, first: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => readDraft(name) || first);
  return [
    text,
    (next) => {
      setText(next);
      keepDraft(name, next === first ? '' : next);
    },
  ];
}
