/** What a screen reader is told, one after another. */
export interface Announcements {
  /** The latest few; each is added to the live region as a line of its own, so none overwrites another. */
  readonly lines: readonly Line[];
  /** Keys of all that was ever said here, or was known already, so that nothing is said twice. */
  readonly known: ReadonlySet<string>;
}

export interface Line {
  key: string;
  text: string;
}

export const SILENT: Announcements = { lines: [], known: new Set() };

/** Lines kept in the live region: readers speak additions only. */
const KEPT_LINES = 4;
/** More at once, after a lost connection, are told by their number: nobody can follow them all. */
const TOLD_AT_ONCE = 3;

/** Adds the lines whose key is not known yet. `sum` says how many, in place of too many at once. */
export function announce(
  announcements: Announcements,
  lines: readonly Line[],
  sum: (count: number) => string,
): Announcements {
  const fresh = lines.filter(
    ({ key }, index) =>
      !announcements.known.has(key) && lines.findIndex((line) => line.key === key) === index,
  );
  const [first] = fresh;
  if (!first) return announcements;
  const told =
    fresh.length > TOLD_AT_ONCE ? [{ key: `sum-${first.key}`, text: sum(fresh.length) }] : fresh;
  return {
    ...keepQuiet(announcements, fresh),
    lines: [...announcements.lines, ...told].slice(-KEPT_LINES),
  };
}

/** Marks lines as known without a word: the history that a patron comes back to. */
export function keepQuiet(announcements: Announcements, lines: readonly Line[]): Announcements {
  return {
    ...announcements,
    known: new Set([...announcements.known, ...lines.map((line) => line.key)]),
  };
}
