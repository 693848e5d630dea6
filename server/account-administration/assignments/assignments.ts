/** What an account may do where. Queues are local ones: a co-op's come with a level. */
export interface Assignments {
  readonly queueIds: readonly string[];
  /** Of these, the ones that its operator has switched off; without it, none of those that are new. */
  readonly optedOutQueueIds?: readonly string[];
  readonly poolIds: readonly string[];
  readonly roomIds: readonly string[];
}

export const KINDS = ['queueIds', 'poolIds', 'roomIds'] as const;
export type Kind = (typeof KINDS)[number];

export const NO_ASSIGNMENTS: Assignments = { queueIds: [], poolIds: [], roomIds: [] };

/** One account's assignments as they were and as they shall be. */
export interface Reassignment {
  readonly accountId: string;
  readonly institutionId: string;
  readonly before: Assignments;
  readonly after: Assignments;
}

/** What of `wanted` is not in `had`, each once. */
export function addedTo(had: readonly string[], wanted: readonly string[]): string[] {
  const known = new Set(had);
  return [...new Set(wanted)].filter((id) => !known.has(id));
}

/** With some added and some taken away; what is named in both is taken away. */
export function alter(
  had: readonly string[],
  add: readonly string[] = [],
  remove: readonly string[] = [],
): string[] {
  const gone = new Set(remove);
  return [...new Set([...had, ...add])].filter((id) => !gone.has(id));
}
