import type { Ticket, TicketState } from '#protocol/tickets.ts';

/** A question to answer later, as `store.ts` reads it. */
export interface StoredTicket {
  readonly id: string;
  readonly state: TicketState;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly chatId: string | null;
  readonly question: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly pageUrl: string | null;
  readonly pageTitle: string | null;
  readonly createdAt: Date;
}

export function presentTicket({ pageUrl, pageTitle, createdAt, ...ticket }: StoredTicket): Ticket {
  return {
    ...ticket,
    page: pageUrl === null ? null : { url: pageUrl, title: pageTitle ?? '' },
    createdAt: createdAt.toISOString(),
  };
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
