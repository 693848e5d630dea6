import { type Language, language } from '#protocol/schemas.ts';
import type { TicketState } from '#protocol/ticket-entries.ts';
import type { Ticket } from '#protocol/tickets.ts';

/** A question to answer later, as `store.ts` reads it. */
export interface StoredTicket {
  readonly id: string;
  readonly number: number;
  readonly state: TicketState;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly chatId: string | null;
  readonly question: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly language: string;
  readonly pageUrl: string | null;
  readonly pageTitle: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly mergedInto: string | null;
  readonly mergedNumber: number | null;
  readonly bouncedAt: Date | null;
  readonly lastSeq: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export function presentTicket(stored: StoredTicket): Ticket {
  const { pageUrl, pageTitle, mergedInto, mergedNumber, bouncedAt, ...ticket } = stored;
  return {
    ...ticket,
    language: spokenLanguage(stored.language),
    page: pageUrl === null ? null : { url: pageUrl, title: pageTitle ?? '' },
    mergedInto: mergedInto === null ? null : { id: mergedInto, number: mergedNumber ?? 0 },
    hasBounced: bouncedAt !== null,
    createdAt: stored.createdAt.toISOString(),
    updatedAt: stored.updatedAt.toISOString(),
  };
}

/** A library may name languages that Carrel itself does not speak. */
export function spokenLanguage(name: string | undefined): Language {
  return language.catch('en').parse(name);
}

/** Where something came from the patron, it is somebody's turn again. */
export function stateAfterPatron(state: TicketState): TicketState {
  return state === 'new' ? 'new' : 'open';
}

/** What a patron wrote into the form, and from which chat. */
export interface WrittenQuestion {
  readonly chatId: string | null;
  readonly question: string;
  readonly name: string | null;
  readonly email: string | null;
}

/**
 * Whether it is the same question sent again. The page is left out: the patron may have moved on
 * before the answer arrived.
 */
export function isSameQuestion(first: WrittenQuestion, again: WrittenQuestion): boolean {
  return (
    first.chatId === again.chatId &&
    isSameText(first.question, again.question) &&
    isSameText(first.name, again.name) &&
    isSameText(first.email, again.email)
  );
}

/** Half of an emoji, cut off by a limit somewhere, comes back from the database as U+FFFD. */
function isSameText(stored: string | null, sent: string | null): boolean {
  return stored === (sent === null ? null : sent.toWellFormed());
}
