import type { ChatEvent } from '#protocol/events.ts';

export interface LastWords {
  readonly text: string;
  /** Who of the staff said them; null for the patron. */
  readonly operator: { readonly isOneself: boolean; readonly name: string } | null;
}

/** What patron or staff said last, by which one tells a chat from the next; notes are not said. */
export function lastWords(events: readonly ChatEvent[], accountId: string): LastWords | null {
  const said = events.findLast((event) => event.kind === 'message');
  if (said === undefined) return null;
  const { text, by } = said;
  if (by.kind !== 'operator') return { text, operator: null };
  return { text, operator: { isOneself: by.accountId === accountId, name: by.name ?? '' } };
}
