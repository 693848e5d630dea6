import { z } from 'zod';
import { id } from '#protocol/schemas.ts';
import type { Queries } from '../platform/database/index.ts';
import type { JobWorker, Task } from '../platform/jobs/index.ts';
import type { Log } from '../platform/log.ts';
import { MailRefused, type MailTransport } from '../platform/mail/index.ts';
import type { Parts } from '../platform/parts.ts';
import { setDelivery } from './entries.ts';
import { type MailTokens, writeMessageId, writeToken } from './mail-token.ts';
import { bounced, moveOn } from './receive-mail.ts';
import { renderReply } from './render-reply.ts';
import { lockLiveTicket, readTicket } from './store.ts';
import { type StoredTicket, spokenLanguage } from './ticket.ts';

const reply = z.object({ ticketId: id, seq: z.int() });
type Reply = z.infer<typeof reply>;

/** Mail servers themselves try for as long (RFC 5321, 4.5.4.1). */
export const TICKET_REPLY: Task<Reply> = {
  name: 'ticket reply',
  payload: reply,
  goodForMinutes: 5 * 24 * 60,
};

export interface ReplyOptions {
  readonly publicUrl: string;
  /** Where patrons' answers arrive; null: nowhere, and the mail says so. */
  readonly mailAddress: string | null;
  readonly transport: MailTransport;
  readonly log: Log;
}

/** Teaches the worker to send answers to patrons. */
export function sendReplies(
  jobs: JobWorker,
  parts: Parts & { readonly tokens: MailTokens },
  { publicUrl, mailAddress, transport, log }: ReplyOptions,
): void {
  const { database, clock, tokens, bus } = parts;
  const host = new URL(publicUrl).hostname;

  jobs.does(TICKET_REPLY, async (sent, jobId) => {
    const found = await findReply(database.sql, sent);
    // Deleted meanwhile, or done by a process that died before it could say so.
    if (found?.delivery !== 'queued') return;
    const ticket = await readTicket(database.sql, sent.ticketId);
    const { number } = ticket;
    const root = writeMessageId(tokens, { number, seq: null }, host);
    try {
      await transport.send({
        // The same at every try: a mail that went out twice is recognised as one.
        messageId: writeMessageId(tokens, { number, seq: sent.seq }, host),
        from: { name: ticket.institutionName, address: mailAddress ?? `no-reply@${host}` },
        to: found.to,
        ...renderReply({
          language: spokenLanguage(ticket.language),
          institution: ticket.institutionName,
          librarian: found.librarian,
          token: writeToken(tokens, number),
          answered: mailAddress !== null,
          text: found.text,
          earlier: await wordsBefore(database.sql, ticket, sent.seq),
        }),
        headers: { References: `<${root}>`, 'In-Reply-To': `<${root}>` },
      });
      await setDelivery(database.sql, sent, 'sent');
      bus.publish('ticket', { ticketId: sent.ticketId });
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      log.warn({ job: jobId, err: error }, 'an answer to a patron was refused');
      const liveId = await database.sql.transaction().execute(async (sql) => {
        const live = await lockLiveTicket(sql, { id: sent.ticketId });
        if (!live) return undefined;
        const now = clock.now();
        await setDelivery(sql, sent, 'refused');
        await moveOn(sql, live, bounced(), now, now);
        return live.id;
      });
      for (const ticketId of new Set([sent.ticketId, liveId])) {
        if (ticketId) bus.publish('ticket', { ticketId });
      }
    }
  });
}

async function findReply(sql: Queries, { ticketId, seq }: Reply) {
  const row = await sql
    .selectFrom('ticketEntries')
    .leftJoin('accounts', 'accounts.id', 'ticketEntries.actorId')
    .select(['text', 'body', 'accounts.displayName as librarian'])
    .where('ticketId', '=', ticketId)
    .where('seq', '=', seq)
    .where('kind', '=', 'reply')
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    text: row.text ?? '',
    librarian: row.librarian ?? '',
    to: String(row.body['to']),
    delivery: String(row.body['delivery']),
  };
}

/** What the patron wrote last, for them to know what is answered. */
async function wordsBefore(sql: Queries, ticket: StoredTicket, seq: number): Promise<string> {
  const last = await sql
    .selectFrom('ticketEntries')
    .select('text')
    .where('ticketId', '=', ticket.id)
    .where('kind', '=', 'mail')
    .where('seq', '<', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.text ?? ticket.question;
}
