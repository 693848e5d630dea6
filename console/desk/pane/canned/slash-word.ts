export interface SlashWord {
  /** Where its slash stands. */
  readonly start: number;
  readonly end: number;
  /** What is typed behind the slash. */
  readonly typed: string;
}

/** The word that begins with a slash and ends at the caret; null elsewhere, as within `http://` or `and/or`. */
export function slashWordAt(text: string, caret: number): SlashWord | null {
  const found = /(?:^|\s)\/(\S*)$/.exec(text.slice(0, caret));
  const typed = found?.[1];
  if (typed === undefined) return null;
  return { start: caret - typed.length - 1, end: caret, typed };
}

/** What is written instead of the word, and where the caret goes: behind it. */
export function replaceWord(
  text: string,
  { start, end }: Pick<SlashWord, 'start' | 'end'>,
  words: string,
): { text: string; caret: number } {
  return { text: text.slice(0, start) + words + text.slice(end), caret: start + words.length };
}

/** A slash at the caret, as a word of its own, so that the list opens. */
export function withSlash(text: string, caret: number): { text: string; caret: number } {
  const slash = caret === 0 || /\s/.test(text.charAt(caret - 1)) ? '/' : ' /';
  return replaceWord(text, { start: caret, end: caret }, slash);
}
