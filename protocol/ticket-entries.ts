import { z } from 'zod';
import { id, instant } from './schemas.ts';

/** The entries of a ticket, in order: what was said in it, and what was changed. */

export const ticketState = z.literal(['new', 'open', 'pending', 'closed']);
export type TicketState = z.infer<typeof ticketState>;

const person = z.object({ accountId: id, name: z.string() });

const common = {
  /** Gapless from 1. */
  seq: z.int().positive(),
  at: instant,
  /** Who of the staff; null for the patron, and for what Carrel does by itself. */
  by: person.nullable(),
};

export const attachment = z.object({
  id,
  name: z.string(),
  bytes: z.int(),
  /** False: larger than what is kept, or more than a day may bring; it is in the mail server's mailbox alone. */
  isKept: z.boolean(),
});
export type Attachment = z.infer<typeof attachment>;

/** Of a mail to the patron: `queued` until the mail server has taken it over; `refused`: it never will. */
export const delivery = z.literal(['queued', 'sent', 'refused']);
export type Delivery = z.infer<typeof delivery>;

const otherTicket = z.object({ id, number: z.int() });

export const ticketEntry = z.discriminatedUnion('kind', [
  /** The patron's answer, by mail. */
  z.object({
    ...common,
    kind: z.literal('mail'),
    from: z.string(),
    text: z.string(),
    /** What was quoted below it. */
    quoted: z.string().nullable(),
    attachments: z.array(attachment),
  }),
  /** The library's answer, by mail. */
  z.object({
    ...common,
    kind: z.literal('reply'),
    clientId: id,
    to: z.string(),
    text: z.string(),
    delivery,
  }),
  /** Staff only. */
  z.object({ ...common, kind: z.literal('note'), clientId: id.nullable(), text: z.string() }),
  z.object({ ...common, kind: z.literal('state'), from: ticketState, to: ticketState }),
  z.object({
    ...common,
    kind: z.literal('owner'),
    from: person.nullable(),
    to: person.nullable(),
  }),
  /** The patron's e-mail address was written down, or another one. */
  z.object({ ...common, kind: z.literal('address'), to: z.string().nullable() }),
  /** `away`: this one goes on in the other; otherwise the other goes on here. */
  z.object({ ...common, kind: z.literal('merged'), away: z.boolean(), other: otherTicket }),
  z.object({ ...common, kind: z.literal('unmerged'), away: z.boolean(), other: otherTicket }),
  /** A mail to the patron came back. */
  z.object({ ...common, kind: z.literal('bounced') }),
  /** More mails came than a day may bring: the rest of them wait at the mail server. */
  z.object({ ...common, kind: z.literal('held') }),
]);
export type TicketEntry = z.infer<typeof ticketEntry>;
