/** What the matrix is narrowed to. Words are looked for as one types. */
export interface AssignmentsSearch {
  /** Of operators: name, username or library. */
  readonly q?: string;
  /** Of queues: their names. */
  readonly queue?: string;
  /** Id of a library: its operators and its queues. */
  readonly library?: string;
}

/** Reads what stands behind `/assignments?`; what is not understood counts as absent. */
export function readAssignmentsSearch(
  search: Readonly<Record<string, unknown>>,
): AssignmentsSearch {
  return withoutBlanks({
    q: textOf(search.q),
    queue: textOf(search.queue),
    library: textOf(search.library),
  });
}

/** As it goes into the address: nothing for what is not asked. */
export function withoutBlanks(search: Readonly<Record<keyof AssignmentsSearch, string>>) {
  return Object.fromEntries(
    Object.entries(search).filter(([, text]) => text.trim() !== ''),
  ) satisfies AssignmentsSearch;
}

/** The router reads a number where somebody searches for one. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
