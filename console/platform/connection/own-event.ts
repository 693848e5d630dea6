import type { ChatEvent } from '#protocol/events.ts';
import type { OutboxEntry } from './outbox.ts';

/** The event that an acknowledged entry has become; `name` is left to who draws it, as "you". */
export function ownEvent(
  entry: OutboxEntry,
  acknowledged: { readonly seq: number; readonly at: string },
  accountId: string,
): ChatEvent {
  return {
    kind: entry.note ? 'note' : 'message',
    seq: acknowledged.seq,
    at: acknowledged.at,
    by: { kind: 'operator', accountId },
    clientId: entry.clientId,
    text: entry.text,
  };
}
