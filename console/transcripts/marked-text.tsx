import { splitLinks } from '../desk/pane/links.ts';
import { findWords } from './found-words.ts';

interface MarkedTextProps {
  readonly text: string;
  /** Words that were searched for. */
  readonly wanted: readonly string[];
}

/** What somebody wrote, as they wrote it: what was found is marked, and addresses can be followed. */
export function MarkedText({ text, wanted }: MarkedTextProps) {
  return splitLinks(text).map(({ text: words, href }, position) =>
    href === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text never change their places
      <Marked key={position} text={words} wanted={wanted} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text never change their places
      <a key={position} href={href} target="_blank" rel="noopener noreferrer nofollow">
        <Marked text={words} wanted={wanted} />
      </a>
    ),
  );
}

function Marked({ text, wanted }: MarkedTextProps) {
  return findWords(text, wanted).map(({ text: words, found }, position) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their places
    found ? <mark key={position}>{words}</mark> : words,
  );
}
