import type { Transcript } from '#protocol/transcripts.ts';
import { FOUND } from './store.ts';

type Parts = NonNullable<Transcript['snippet']>;

/** A passage cut at the signs that the search put around what it found. */
export function snippetOf(passage: string): Parts {
  const parts: Parts = [];
  for (const piece of passage.split(FOUND.begins)) {
    const end = piece.indexOf(FOUND.ends);
    if (end >= 0) parts.push({ text: piece.slice(0, end), found: true });
    const rest = piece.slice(end + 1);
    if (rest !== '') parts.push({ text: rest, found: false });
  }
  return parts;
}
