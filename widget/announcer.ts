/** What a screen reader is told, one after another. */
export interface Announcements {
  /** The latest few; each is added to the live region as a line of its own, so none overwrites another. */
  readonly lines: readonly { key: string; text: string }[];
  /** All that was ever said here, so that nothing is said twice. */
  readonly said: ReadonlySet<string>;
}

export const SILENT: Announcements = { lines: [], said: new Set() };

/** Lines kept in the live region: readers speak additions only. */
const KEPT_LINES = 4;

/** Adds a line unless one of this key was said before. */
export function announce(announcements: Announcements, key: string, text: string): Announcements {
  if (announcements.said.has(key)) return announcements;
  return {
    lines: [...announcements.lines, { key, text }].slice(-KEPT_LINES),
    said: new Set([...announcements.said, key]),
  };
}

/** Marks something as known without a word: history at the first look, or one's own message. */
export function keepQuiet(announcements: Announcements, key: string): Announcements {
  if (announcements.said.has(key)) return announcements;
  return { ...announcements, said: new Set([...announcements.said, key]) };
}
