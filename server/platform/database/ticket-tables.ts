import type { ColumnType, Generated } from 'kysely';
import type { Resolution } from '#protocol/events.ts';
import type { TicketEntry, TicketState } from '#protocol/ticket-entries.ts';

/** Questions to answer later, and how chats ended; part of `Schema`. */
export interface TicketTables {
  resolutions: { chatId: string; resolution: Resolution; accountId: string; at: Date };
  tickets: TicketsTable;
  ticketEntries: TicketEntriesTable;
  ticketAttachments: TicketAttachmentsTable;
  /** What the search reads; written by triggers alone. */
  ticketTexts: { ticketId: string; words: unknown };
}

interface TicketsTable {
  id: string;
  number: Generated<number>;
  clientId: string;
  widgetId: string;
  institutionId: string;
  chatId: string | null;
  state: TicketState;
  question: string;
  name: string | null;
  email: string | null;
  language: Generated<string>;
  pageUrl: string | null;
  pageTitle: string | null;
  ownerId: string | null;
  lastSeq: Generated<number>;
  mergedInto: string | null;
  bouncedAt: Date | null;
  createdAt: Date;
  updatedAt: Generated<Date>;
}

interface TicketEntriesTable {
  ticketId: string;
  seq: number;
  kind: TicketEntry['kind'];
  actorId: string | null;
  clientId: string | null;
  text: string | null;
  body: ColumnType<Record<string, unknown>, string | undefined, string>;
  messageHash: Buffer | null;
  at: Date;
}

interface TicketAttachmentsTable {
  id: string;
  ticketId: string;
  seq: number;
  name: string;
  mediaType: string;
  bytes: number;
  content: Buffer | null;
}
