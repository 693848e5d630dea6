import type { ChatEvent } from '#protocol/events.ts';
import type { OutboxEntry } from '../../platform/connection/index.ts';

/** How far one's own message has come. */
export type Delivery = 'sending' | 'sent' | 'seen';

/** `own`: this operator's; `patron`; `colleague`: another operator's; `carrel`: a note of Carrel's own. */
export type Side = 'own' | 'patron' | 'colleague' | 'carrel';

export type LogRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'event'; readonly key: string; readonly event: ChatEvent }
  | {
      readonly kind: 'words';
      readonly key: string;
      readonly side: Side;
      readonly note: boolean;
      readonly author: string | null;
      readonly text: string;
      readonly at: string;
      /** Null for what others wrote, and for notes, which no patron sees. */
      readonly delivery: Delivery | null;
      readonly entry: OutboxEntry | null;
    };

interface LogSource {
  readonly events: readonly ChatEvent[];
  readonly entries: readonly OutboxEntry[];
  readonly accountId: string;
  /** How far the patron has read. */
  readonly patronSeen: number;
  /** The reader's calendar day of an instant. */
  readonly dayOf: (instant: string) => string;
}

/** What the log shows: days, what happened, what was said, and what is still on its way. */
export function logRows({ events, entries, accountId, patronSeen, dayOf }: LogSource): LogRow[] {
  const rows: LogRow[] = [];
  let day: string | null = null;
  const push = (row: LogRow, at: string) => {
    const itsDay = dayOf(at);
    if (itsDay !== day) rows.push({ kind: 'day', key: `day.${itsDay}`, at });
    day = itsDay;
    rows.push(row);
  };
  const seen = Math.max(patronSeen, lastSaidByPatron(events));
  for (const event of events) {
    push(rowOfEvent(event, accountId, event.seq <= seen), event.at);
  }
  for (const entry of entries) push(rowOfEntry(entry), entry.writtenAt);
  return rows;
}

/** Who answers has read what stands before. Marks of reading are not stored, and gone after a reload. */
function lastSaidByPatron(events: readonly ChatEvent[]): number {
  const said = events.findLast(({ kind, by }) => kind === 'message' && by.kind === 'patron');
  return said?.seq ?? 0;
}

/** The key of a message stays the same from writing to acknowledgement: its client id. */
function rowOfEvent(event: ChatEvent, accountId: string, isSeen: boolean): LogRow {
  if (event.kind !== 'message' && event.kind !== 'note') {
    return { kind: 'event', key: `event.${event.seq}`, event };
  }
  const side = sideOf(event, accountId);
  const isDelivered = side === 'own' && event.kind === 'message';
  return {
    kind: 'words',
    key: event.clientId,
    side,
    note: event.kind === 'note',
    author: event.by.name ?? null,
    text: event.text,
    at: event.at,
    delivery: isDelivered ? (isSeen ? 'seen' : 'sent') : null,
    entry: null,
  };
}

function rowOfEntry(entry: OutboxEntry): LogRow {
  return {
    kind: 'words',
    key: entry.clientId,
    side: 'own',
    note: entry.note,
    author: null,
    text: entry.text,
    at: entry.writtenAt,
    delivery: entry.refused === null ? 'sending' : null,
    entry,
  };
}

function sideOf({ by }: ChatEvent, accountId: string): Side {
  if (by.kind === 'patron') return 'patron';
  if (by.kind === 'system') return 'carrel';
  return by.accountId === accountId ? 'own' : 'colleague';
}
