import { sql as fragment, type RawBuilder } from 'kysely';
import type { Queries } from '../platform/database/index.ts';
import type { Log } from '../platform/log.ts';
import { appendEntries } from './entries.ts';
import type { StoredTicket } from './ticket.ts';

const MB = 1024 * 1024;
const DAY_MS = 86_400_000;

/**
 * What mails may bring in 24 hours, so that no loop of two machines and nobody who means ill fills the
 * disk. A patron who writes every ten minutes, and sends a thesis in pieces, stays below.
 */
export const MAIL_QUOTA = {
  ticket: { mails: 100, bytes: 100 * MB },
  /** By the address that a mail says it is from; it may lie, and then the ticket's own counts. */
  sender: { mails: 200, bytes: 200 * MB },
} as const;

/** What has come in the 24 hours before a mail. */
export interface DayOfMail {
  /** No further mail is taken. */
  readonly isFull: boolean;
  /** That files may still take up. */
  readonly bytesLeft: number;
}

export async function readDayOfMail(
  sql: Queries,
  ticketId: string,
  from: string,
  now: Date,
): Promise<DayOfMail> {
  const since = new Date(now.getTime() - DAY_MS);
  const ofTicket = await addUp(
    sql,
    fragment`ticket_id = ${ticketId} and message_hash is not null`,
    since,
  );
  const ofSender = await addUp(
    sql,
    fragment`kind = 'mail' and lower(body ->> 'from') = lower(${from})`,
    since,
  );
  const { ticket, sender } = MAIL_QUOTA;
  return {
    isFull: ofTicket.mails >= ticket.mails || ofSender.mails >= sender.mails,
    bytesLeft: Math.max(0, Math.min(ticket.bytes - ofTicket.bytes, sender.bytes - ofSender.bytes)),
  };
}

/** Mails, and the bytes of their files that were kept. */
async function addUp(sql: Queries, which: RawBuilder<unknown>, since: Date) {
  const { rows } = await fragment<{ mails: number; bytes: number }>`
    select count(*)::int as mails, coalesce(sum(kept), 0)::float8 as bytes
    from (
      select (
        select sum(bytes) from ticket_attachments
        where (ticket_id, seq) = (entries.ticket_id, entries.seq) and content is not null
      ) as kept
      from ticket_entries as entries
      where ${which} and at > ${since}
    ) as mails`.execute(sql);
  const [sums] = rows;
  if (!sums) throw new Error('An aggregate has one row');
  return sums;
}

interface Held {
  readonly verdict: 'held';
  /** The one that was told so; null when it had been told already. */
  readonly ticketId: string | null;
}

/** Says so, in the ticket and in the log: once a day, for a flood of notes would be one, too. */
export async function holdBack(
  { log }: { readonly log: Log },
  sql: Queries,
  ticket: StoredTicket,
  now: Date,
): Promise<Held> {
  const told = await sql
    .selectFrom('ticketEntries')
    .select('seq')
    .where('ticketId', '=', ticket.id)
    .where('kind', '=', 'held')
    .where('at', '>', new Date(now.getTime() - DAY_MS))
    .executeTakeFirst();
  if (told) return { verdict: 'held', ticketId: null };
  await appendEntries(sql, ticket, [{ kind: 'held', actorId: null }], now);
  log.warn(
    { ticket: ticket.number },
    'more mails came for a ticket, or from its sender, than a day may bring; they wait at the mail server',
  );
  return { verdict: 'held', ticketId: ticket.id };
}
